import type { Theme } from '../shared/widget-config.js';

const names: Record<Exclude<keyof Theme, 'openIcon' | 'closeIcon'>, string> = {
  font: 'font',
  headerColor: 'header-color',
  headerTextColor: 'header-text-color',
  agentBubbleColor: 'agent-bubble-color',
  agentTextColor: 'agent-text-color',
  customerBubbleColor: 'customer-bubble-color',
  customerTextColor: 'customer-text-color',
};

/**
 * Hands a stored theme to everything inside `element`, each value behind the page's own `--connect-chat-…` property.
 * By script, property by property, because a strict Content-Security-Policy lets no style text pass.
 */
export function applyTheme(element: HTMLElement, { openIcon, closeIcon, ...theme }: Theme): void {
  const set = (name: string, value: string): void =>
    element.style.setProperty(`--${name}`, `var(--connect-chat-${name}, ${value})`);
  for (const key of Object.keys(names) as (keyof typeof names)[]) set(names[key], theme[key]);
  set('open-icon-background-color', openIcon.backgroundColor);
  set('open-icon-color', openIcon.color);
  set('close-icon-background-color', closeIcon.backgroundColor);
  set('close-icon-color', closeIcon.color);
}
