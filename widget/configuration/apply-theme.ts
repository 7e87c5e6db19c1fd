import type { PageTheme } from '../../shared/widget-config.js';

/** Allows colours and font names only, whatever is stored. */
const harmless = /^(#[\da-f]{3,6}|[^:;(){}\\]{1,200})$/i;

/**
 * Sets a theme on an element as custom properties, each with the page's own `--connect-chat-…` property before it:
 * `headerColor` becomes `--header-color`, `openIcon.color` becomes `--open-icon-color`. Uses scripts, property by
 * property, because a strict Content-Security-Policy forbids style texts.
 */
export function applyTheme(element: HTMLElement, theme: PageTheme): void {
  const set = (path: string, value: unknown): void => {
    if (typeof value === 'object')
      for (const [name, inner] of Object.entries(value as object)) set(`${path}-${name}`, inner);
    const name = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof value === 'number') element.style.setProperty(`--${name}`, `${value}px`);
    if (typeof value === 'string' && harmless.test(value))
      element.style.setProperty(`--${name}`, `var(--connect-chat-${name}, ${value})`);
  };
  for (const [name, value] of Object.entries(theme)) set(name, value);
}
