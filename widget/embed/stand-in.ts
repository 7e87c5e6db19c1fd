import type { WidgetConfiguration } from '../../shared/widget-config.js';
import { applyTheme } from '../apply-theme.js';

const path =
  'M4 11.5C4 7.4 7.6 4 12 4s8 3.4 8 7.5S16.4 19 12 19c-1 0-2-.2-2.9-.5L4.5 20l1.3-3.8A7.2 7.2 0 0 1 4 11.5Z';

/**
 * Draws the launcher without any library, so that a page whose visitors don't talk loads next to nothing. Styled by
 * script, which a strict Content-Security-Policy lets pass. The element replaces it when its code is there.
 */
export function drawStandIn(
  element: HTMLElement,
  load: () => Promise<unknown>,
  { theme, texts }: WidgetConfiguration,
): void {
  const button = document.createElement('button');
  applyTheme(button, theme);
  button.dataset.standIn = '';
  button.setAttribute('aria-label', texts.launcher);
  button.setAttribute('aria-haspopup', 'dialog');
  Object.assign(button.style, {
    position: 'fixed',
    zIndex: 'var(--connect-chat-z-index, 2147480000)',
    [theme.launcherPosition]: '20px',
    bottom: '20px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 'var(--launcher-size)',
    height: 'var(--launcher-size)',
    padding: '0',
    border: '0',
    borderRadius: '50%',
    background: 'var(--open-icon-background-color)',
    color: 'var(--open-icon-color)',
    boxShadow: '0 1px 3px rgba(15,25,45,.2), 0 6px 20px rgba(15,25,45,.25)',
    cursor: 'pointer',
  });
  button.append(drawIcon());

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
    width: '48%',
    height: '48%',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
