import { expect, fixture, html } from '@open-wc/testing';
import * as fc from 'fast-check';
import { DrawnEvent } from '../../../widget/events/drawn-event.js';
import '../../../widget/rich/define-markdown.js';
import { MarkdownText } from '../../../widget/rich/markdown.js';
import { badAddresses, badMarkup } from '../../support/hostile-texts.js';
import { expectHarmless } from '../../support/widget/harmless.js';

async function open(text: string) {
  const element = await fixture<MarkdownText>(
    html`<connect-chat-markdown .text=${text}>${text}</connect-chat-markdown>`,
  );
  const root = element.shadowRoot!;
  return { element, root, drawn: () => serialised(root), shown: () => shownText(root) };
}
/** The rendered markup without Lit's comments. */
const serialised = (root: ShadowRoot): string =>
  [...root.childNodes]
    .map((node) => (node instanceof Element && node.localName !== 'style' ? node.outerHTML : ''))
    .join('')
    .replace(/<!--.*?-->/g, '')
    .replace(/>\n\s*</g, '><')
    .replace(/ (?:target="_blank"|rel="noopener noreferrer")/g, '');
const shownText = (root: ShadowRoot): string =>
  [...root.children].map((element) => (element.localName === 'style' ? '' : element.textContent)).join('\n');

describe('<connect-chat-markdown>', () => {
  it('is accessible', async () => {
    const { element } = await open(
      'Hello **you**, _see_ [this](https://a.example):\n\n1. one\n2. two\n   - three\n\n> `said`\n\n```\ncode\n```\n\n# End',
    );
    await expect(element).to.be.accessible();
  });

  const cases: [what: string, text: string, drawn: string][] = [
    ['bold', '**a** __b__', '<p><strong>a</strong> <strong>b</strong></p>'],
    ['italic', '*a* _b_', '<p><em>a</em> <em>b</em></p>'],
    ['both', '***a***', '<p><em><strong>a</strong></em></p>'],
    ['strikethrough', '~~a~~', '<p><del>a</del></p>'],
    ['line breaks', 'a\nb', '<p>a<br>b</p>'],
    ['paragraphs', 'a\n\nb', '<p>a</p><p>b</p>'],
    ['a bulleted list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['a numbered list from its number', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a list in a list', '- a\n  1. b', '<ul><li>a<ol start="1"><li>b</li></ol></li></ul>'],
    ['what is to be done', '- [ ] a\n- [x] b', '<ul><li>☐ a</li><li>☑ b</li></ul>'],
    ['code in a line', 'a `b & <c> *d*`', '<p>a <code>b &amp; &lt;c&gt; *d*</code></p>'],
    ['code in a block', '```js\na &amp; <b>\n```', '<pre dir="ltr"><code>a &amp;amp; &lt;b&gt;</code></pre>'],
    ['a fence with words behind it as text', '~~~ a b\nc', '<p class="as-is">~~~ a b\nc</p>'],
    ['a quote', '> a\n> b', '<blockquote><p>a<br>b</p></blockquote>'],
    ['a heading as a bold paragraph', '## a', '<p><strong>a</strong></p>'],
    ['a rule', 'a\n\n---', '<p>a</p><hr>'],
    ['a link', '[a *b*](https://a.example "t")', '<p><a href="https://a.example/">a <em>b</em></a></p>'],
    [
      'a bare link',
      'at https://a.example/b.',
      '<p>at <a href="https://a.example/b">https://a.example/b</a>.</p>',
    ],
    ['an e-mail address', 'a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    ['a telephone number', '[call](tel:+49301)', '<p><a href="tel:+49301">call</a></p>'],
    [
      'a picture as a link',
      '![a](https://a.example/b.png)',
      '<p><a href="https://a.example/b.png">a</a></p>',
    ],
    [
      'a picture without words',
      '![](https://a.example/b)',
      '<p><a href="https://a.example/b">https://a.example/b</a></p>',
    ],
    ['a table as text', '|a|b|\n|-|-|\n|1|2|', '<p class="as-is">|a|b|\n|-|-|\n|1|2|</p>'],
    ['a definition as text', '[a]: https://b.example', '<p class="as-is">[a]: https://b.example</p>'],
    ['markup as text', '<b>a</b> *c*', '<p>&lt;b&gt;a&lt;/b&gt; <em>c</em></p>'],
    ['blocks of markup as text', '<div>\n*a*\n</div>', '<p class="as-is">&lt;div&gt;\n*a*\n&lt;/div&gt;</p>'],
    ['what a backslash keeps', '\\*a\\* \\&amp;', '<p>*a* &amp;amp;</p>'],
    [
      'references to characters, once',
      '&amp; &lt; &#65; &#x42; &amp;lt; &#38;lt;',
      '<p>&amp; &lt; A B &amp;lt; &amp;lt;</p>',
    ],
    [
      'signs as they are',
      'a & b < c > d "e" \'f\' &nope; &copy',
      '<p>a &amp; b &lt; c &gt; d "e" \'f\' &amp;nope; &amp;copy</p>',
    ],
    [
      'references in an address, once',
      '[a](https://a.example/?b=1&amp;c=2)',
      '<p><a href="https://a.example/?b=1&amp;c=2">a</a></p>',
    ],
    ['numbers that are no characters', '&#0; &#xD800; &#9999999;', '<p>\ufffd \ufffd \ufffd</p>'],
    ['names that objects have', '[__proto__][constructor]', '<p>[<strong>proto</strong>][constructor]</p>'],
  ];
  for (const [what, text, expected] of cases)
    it(`renders ${what}`, async () => expect((await open(text)).drawn()).to.equal(expected));

  it('opens links in a new tab without access to this one', async () => {
    const link = (await open('[a](https://a.example)')).root.querySelector('a')!;
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });
  it('keeps white space that matters', async () => {
    const { root } = await open('```\na\n  b\n```');
    expect(getComputedStyle(root.querySelector('pre')!).whiteSpace).to.equal('pre-wrap');
  });
  it('keeps a text that was set before it was defined, and reports that it has rendered', async () => {
    class Later extends MarkdownText {}
    const early = document.createElement('later-markdown') as MarkdownText;
    early.text = '**a**';
    early.textContent = '**a**';
    let count = 0;
    const frame = document.createElement('div');
    frame.addEventListener(DrawnEvent.eventName, () => (count += 1));
    frame.append(early);
    document.body.append(frame);
    expect(early.shadowRoot).to.equal(null);
    customElements.define('later-markdown', Later);
    await early.updateComplete;
    expect(early.shadowRoot!.querySelector('strong')!.textContent).to.equal('a');
    expect(count).to.equal(1);
    frame.remove();
  });
});

describe('<connect-chat-markdown> with hostile content', () => {
  for (const address of badAddresses)
    it(`renders no link to ${JSON.stringify(address)}`, async () => {
      const texts = [
        `[a](${address})`,
        `[a](<${address}>)`,
        `<${address}>`,
        `![a](${address})`,
        `[a]\n\n[a]: ${address}`,
        `[a][b]\n\n[b]: <${address}> "t"`,
        `[![a](${address})](${address})`,
        `**[a](${address} "${address}")**`,
        address,
      ];
      const { root, element } = await open('');
      for (const text of texts) {
        element.text = text;
        await element.updateComplete;
        expectHarmless(root);
      }
    });
  for (const markup of badMarkup)
    it(`shows ${markup.slice(0, 60)} as text`, async () => {
      const { root, shown } = await open(markup);
      expectHarmless(root);
      // The link in it works, and the text is complete.
      expect(shown().replace(/\s/g, '')).to.equal(markup.replace(/\s/g, ''));
      for (const text of [
        `- ${markup}`,
        `> ${markup}`,
        `# ${markup}`,
        `[${markup}](https://a.example)`,
        `\`${markup}\``,
        `|${markup}|b|\n|-|-|\n|c|${markup}|`,
      ]) {
        expectHarmless((await open(text)).root);
      }
    });

  const many = 16_000;
  const fill = (text: string): string => text.repeat(Math.ceil(many / text.length)).slice(0, many);
  const bombs = {
    'quotes in quotes': '>'.repeat(1_000),
    'many more quotes': fill('> '),
    'lists in lists': Array.from({ length: 150 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n'),
    'lists in one line': `${fill('- ')}a`,
    'numbers in one line': `${fill('1. ')}a`,
    brackets: fill('['),
    'half links': fill('[a]('),
    stars: fill('*a'),
    'nested emphasis': `${'*a **b '.repeat(500)}${'** *'.repeat(500)}`,
    'open underscores': fill('_a __b '),
    backticks: Array.from({ length: 170 }, (_, index) => '`'.repeat(index + 1)).join(' '),
    'open tags': fill('<a '),
    'dots after an address': `https://a${fill('.')}`,
    'lines that end in backslashes': fill('a\\\n'),
    'table columns': `|${fill('a|')}\n|${fill('-|')}`,
    'too much': 'a '.repeat(100_000),
  };
  for (const [what, text] of Object.entries(bombs))
    it(`neither throws nor hangs for ${what}`, async () => {
      // More than a busy machine needs, and less than a parser with backtracking.
      const from = performance.now();
      const { root, shown } = await open(text);
      expect(performance.now() - from).to.be.below(30_000);
      expectHarmless(root);
      expect(shown()).not.to.equal('');
    });
  it('shows a text that is too long as plain text', async () => {
    const { drawn } = await open(`**a** ${'x'.repeat(20_000)}`);
    expect(drawn()).to.equal(`<p class="as-is">**a** ${'x'.repeat(20_000)}</p>`);
  });
  it('renders nothing harmful and loses no word of random texts', async () => {
    const pieces = fc.constantFrom(
      ...[
        '*',
        '_',
        '**',
        '`',
        '```\n',
        '[',
        '](',
        ')',
        '<',
        '>',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '# ',
        '|',
        '~~',
      ],
      ...[
        'javascript:x',
        'https://a.example',
        '&lt;',
        '\\',
        '    ',
        '<script>',
        '<!--',
        '-->',
        ' ',
        'a',
        '"',
      ],
    );
    const { element, root, shown } = await open('');
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        // Neither end may be swallowed by what is between.
        element.text = `Start ${parts.join('')} stop`;
        await element.updateComplete;
        expectHarmless(root);
        expect(shown()).to.contain('Start');
        expect(shown()).to.contain('stop');
      }),
      { numRuns: 200 },
    );
  });
});
