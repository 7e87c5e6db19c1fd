import { chatIconPath } from '../../shared/chat-icon.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import { applyTheme } from '../configuration/apply-theme.js';

/**
 * Draws the launcher without a library, so that pages load little for visitors who do not chat. Styled by script,
 * which a strict Content-Security-Policy allows. The element replaces it when its code is loaded.
 */
export function drawStandIn(
  element: HTMLElement,
  load: () => Promise<unknown>,
  { theme, texts }: WidgetConfiguration,
): void {
  const button = document.createElement('button');
  const label = theme.launcherLabel ?? '';
  applyTheme(button, theme);
  button.dataset.standIn = '';
  // The accessible name contains the visible text (WCAG 2.5.3).
  button.setAttribute('aria-label', label || texts.launcher);
  button.setAttribute('aria-haspopup', 'dialog');
  Object.assign(button.style, {
    position: 'fixed',
    zIndex: 'var(--connect-chat-z-index, 2147480000)',
    [theme.launcherPosition]: 'var(--launcher-offset-x, 20px)',
    bottom: 'var(--launcher-offset-y, 20px)',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: 'var(--launcher-size)',
    height: 'var(--launcher-size)',
    maxWidth: 'calc(100vw - 2 * var(--launcher-offset-x, 20px))',
    padding: label ? '0 22px 0 16px' : '0',
    border: '0',
    borderRadius: '99px',
    font: '600 15px/1.4 var(--font)',
    background: 'var(--open-icon-background-color)',
    color: 'var(--open-icon-color)',
    boxShadow: '0 1px 3px rgba(15,25,45,.2), 0 6px 20px rgba(15,25,45,.25)',
    cursor: 'pointer',
  });
  button.append(drawIcon(), label);

  const begin = (): void => void load().catch(() => undefined);
  button.addEventListener('pointerenter', begin);
  button.addEventListener('focus', begin);
  button.addEventListener('click', () => {
    element.setAttribute('open', '');
    button.setAttribute('aria-busy', 'true');
    begin();
  });
  element.attachShadow({ mode: 'open' }).append(button);
}

function drawIcon(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const shape = document.createElementNS(namespace, 'path');
  const attributes = {
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  shape.setAttribute('d', chatIconPath);
  svg.append(shape);
  svg.style.width = svg.style.height = 'calc(var(--launcher-size) * .48)';
  svg.style.flex = 'none';
  return svg;
}
