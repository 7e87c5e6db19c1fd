import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { acceptNext, heardBy } from '../support/agent-at-work.js';
import { hear, say } from '../support/people.js';
import { closeShop, createWidget, elementScript, openShop, visit, type Shop } from '../support/shop.js';

const styles = suite<Shop>('the styles of a page');
styles.before(openShop);
styles.after(closeShop);

const sheets = {
  'that reset everything': '* { all: initial !important; }',
  'that unset everything': '* { all: unset !important; } script, style, head { display: none !important; }',
  'that hide the elements inside the widget':
    'div, form, textarea, button, header, p, h2, ul, li, span, svg, path { display: none !important; }',
  'that are inherited': `body { color: lime; font: italic 700 40px/3 cursive; letter-spacing: 9px; word-spacing: 30px;
    text-transform: uppercase; text-align: center; text-indent: 50px; text-shadow: 0 0 9px red; white-space: pre;
    visibility: visible; cursor: wait; user-select: none; pointer-events: none; word-break: break-all; color-scheme: dark; }`,
  'that style all children of the body': `body > * { position: relative !important; z-index: 1 !important; float: left;
    width: 100% !important; max-width: 900px; min-height: 80px; margin: 40px auto !important; padding: 30px !important;
    border: 5px solid red; background: yellow; transform: translateZ(0); box-sizing: content-box; overflow: hidden; }`,
  'that style buttons and fields': `button, textarea, input, form { all: unset !important; width: 300px !important; }
    button, button * { fill: red !important; background: red !important; position: absolute !important; }`,
};

/** The computed styles of the widget's elements, compared with a page without styles. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('connect-chat-widget')!.shadowRoot!;
    const panel = root.querySelector('connect-chat-panel')!;
    const composer = panel.shadowRoot!.querySelector('connect-chat-composer')!;
    const log = panel.shadowRoot!.querySelector('connect-chat-transcript')!;
    const names = [
      'fontFamily fontSize fontStyle fontWeight lineHeight letterSpacing wordSpacing textTransform textAlign textIndent',
      'textShadow whiteSpace visibility cursor userSelect pointerEvents wordBreak color backgroundColor width height',
      'opacity transform position display borderTopWidth paddingTop marginTop',
    ]
      .join(' ')
      .split(' ') as (keyof CSSStyleDeclaration)[];
    const elements = [
      root.querySelector('.launcher'),
      panel,
      panel.shadowRoot!.querySelector('.head'),
      panel.shadowRoot!.querySelector('h2'),
      log,
      log.shadowRoot!.querySelector('.bubble'),
      composer.shadowRoot!.querySelector('textarea'),
      composer.shadowRoot!.querySelector('.send'),
    ];
    return elements.map((element) => {
      const style = getComputedStyle(element!);
      const { x, y, width, height } = element!.getBoundingClientRect();
      const place = [x, y, width, height].map(Math.round);
      return [
        element!.tagName,
        ...place,
        ...names.map((name) => `${String(name)}: ${style[name] as string}`),
      ];
    });
  });

let expected: Awaited<ReturnType<typeof looks>>;

async function openChat(shop: Shop, sheet: string) {
  shop.placed = `<style nonce="NONCE">${sheet}</style><p>Cakes</p><div>Sweet</div>${elementScript(shop)}${await createWidget(shop, { startOn: 'open', features: { queuePosition: false } })}
    <aside id="shade"></aside>
    <style nonce="NONCE">#shade { position: fixed !important; display: block !important; top: 0; right: 0; bottom: 0; left: 0;
      z-index: 999999999 !important; background: rgba(0, 0, 0, 0.2); }</style>`;
  const visited = await visit(shop, { reducedMotion: 'reduce' });
  await visited.page.getByRole('button', { name: 'Start chat' }).click();
  await visited.page.getByRole('dialog', { name: 'Chat with us' }).waitFor();
  await visited.page.getByRole('log').getByText('Thanks for getting in touch!').waitFor();
  await visited.page.getByRole('log').getByText('We’re finding someone').waitFor();
  return visited;
}

styles('are measured first on a page without them', async (shop) => {
  const { page } = await openChat(shop, '');
  expected = await looks(page);
  const { width, height } = await page.evaluate(() =>
    document.querySelector('connect-chat-widget')!.getBoundingClientRect().toJSON(),
  );
  assert.equal([width, height], [0, 0], 'it takes no room in the page');
  shop.agent.end(await acceptNext(shop.agent));
  await page.context().close();
});

for (const [what, sheet] of Object.entries(sheets))
  styles(`${what} change nothing in a chat`, async (shop) => {
    const { page, problems } = await openChat(shop, sheet);
    assert.equal(await looks(page), expected);
    await say(page, 'Still here');
    const contactId = await acceptNext(shop.agent);
    await heardBy(shop.agent, contactId, ['Still here']);
    await shop.agent.send(contactId, 'So am I');
    await hear(page, 'So am I');
    await page.getByRole('button', { name: 'Minimise' }).click();
    await page.getByRole('button', { name: 'Start chat' }).click();
    assert.equal(problems, []);
    shop.agent.end(contactId);
    await page.context().close();
  });

styles('that hide the element are respected', async (shop) => {
  shop.placed = `${elementScript(shop)}${await createWidget(shop, { startOn: 'open', features: { queuePosition: false } })}
    <style nonce="NONCE">connect-chat-widget { display: none; } .seen connect-chat-widget { display: block; visibility: hidden; }</style>`;
  const { page } = await visit(shop);
  const launcher = page.locator('connect-chat-widget .launcher');
  await launcher.waitFor({ state: 'attached' });
  assert.not(await launcher.isVisible());
  await page.evaluate(() => document.body.classList.add('seen'));
  assert.not(await launcher.isVisible());
  await page.evaluate(() => document.body.classList.remove('seen'));
  await page.context().close();
});
styles.run();
