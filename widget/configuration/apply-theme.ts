import type { PageTheme } from '../../shared/widget-config.js';

/** Whatever a stored value holds, nothing but a colour or names of fonts gets through. */
const harmless = /^(#[\da-f]{3,6}|[^:;(){}\\]{1,200})$/i;

/**
 * Hands a stored theme to everything inside `element`, each value behind the page's own `--connect-chat-…` property:
 * `headerColor` becomes `--header-color`, `openIcon.color` `--open-icon-color`. By script, property by property, because
 * a strict Content-Security-Policy lets no style text pass.
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
