import { expect, fixture, html } from '@open-wc/testing';
import { revealField } from '../../../../../console/admin/widgets/editor/reveal-field.js';

/** A page with collapsed sections, and fields inside a shadow root. */
async function open() {
  const page = await fixture<HTMLElement>(
    html`<div>
      <input id="name" />
      <details id="outer">
        <summary>Brand</summary>
        <details id="inner">
          <summary>All colours</summary>
          <div id="host"></div>
        </details>
      </details>
      <details id="other"><summary>Other</summary></details>
    </div>`,
  );
  const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
  const field = document.createElement('input');
  field.id = 'theme-headerColor';
  const wrong = document.createElement('input');
  wrong.setAttribute('aria-invalid', 'true');
  root.append(field, wrong);
  const openOf = () => [...page.querySelectorAll('details')].filter((each) => each.open).map(({ id }) => id);
  return { page, root, field, wrong, openOf };
}

describe('revealField', () => {
  it('focuses the control of a member', async () => {
    const { page, openOf } = await open();
    expect(revealField(page, '/name')).to.equal(true);
    expect(page.querySelector('#name')!.matches(':focus')).to.equal(true);
    expect(openOf()).to.deep.equal([]);
  });

  it('unfolds whatever the control is in, out of shadow roots too, and nothing else', async () => {
    const { page, root, field, openOf } = await open();
    expect(revealField(page, '/theme/headerColor')).to.equal(true);
    expect(openOf()).to.deep.equal(['outer', 'inner']);
    expect(root.activeElement === field).to.equal(true);
  });

  it('focuses the first wrong control where the member has none of its own', async () => {
    const { page, root, wrong } = await open();
    expect(revealField(page, '/preChat')).to.equal(true);
    expect(root.activeElement === wrong).to.equal(true);
  });

  it('tells that there is none', async () => {
    const { page, wrong } = await open();
    wrong.removeAttribute('aria-invalid');
    expect(revealField(page, '/preChat')).to.equal(false);
  });
});
