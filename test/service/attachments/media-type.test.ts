import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fileKindOf } from '../../../service/attachments/media-type.js';
import { office, ole, pdf, pictures, programs, zip } from '../../support/sample-files.js';

/** Detects a file's type, and reports how many bytes were held at once. */
async function look(
  bytes: Buffer,
): Promise<{ type: string | null; hasMacros: boolean; held: number; reads: number }> {
  let [held, reads] = [0, 0];
  const kind = await fileKindOf({
    size: bytes.length,
    async read(offset, length) {
      held = Math.max(held, length);
      reads += 1;
      return bytes.subarray(offset, offset + length);
    },
  });
  return { type: kind?.contentType ?? null, hasMacros: kind?.hasMacros ?? false, held, reads };
}
const typeOf = async (content: Buffer | string): Promise<string | null> =>
  (await look(Buffer.from(content as string))).type;
const openXml = 'application/vnd.openxmlformats-officedocument';

const kinds = suite('fileKindOf');
for (const [type, sample] of Object.entries(pictures))
  kinds(`knows ${type}`, async () => assert.is(await typeOf(sample), type));
for (const [name, sample, type] of [
  ['a PDF', pdf, 'application/pdf'],
  ['a Word document', office('word'), `${openXml}.wordprocessingml.document`],
  ['an Excel sheet', office('xl'), `${openXml}.spreadsheetml.sheet`],
  ['a PowerPoint presentation', office('ppt'), `${openXml}.presentationml.presentation`],
  [
    'a Word document with a sheet in it',
    office('word', 'word/embeddings/a.xlsx'),
    `${openXml}.wordprocessingml.document`,
  ],
  [
    'a zipped document with a comment',
    zip(['[Content_Types].xml', 'xl/a'], 'PK\x05\x06 made'),
    `${openXml}.spreadsheetml.sheet`,
  ],
  ['an old Word document', ole(['WordDocument']), 'application/msword'],
  ['an old sheet', ole(['Workbook']), 'application/vnd.ms-excel'],
  ['a sheet of 1995', ole(['Book']), 'application/vnd.ms-excel'],
  ['an old presentation', ole(['PowerPoint Document']), 'application/vnd.ms-powerpoint'],
  ['text', 'Grüße, 世界 🎉\n', 'text/plain'],
  ['text with a byte order mark', '\ufeffhello', 'text/plain'],
  ['a text that mentions svg', 'Use <svg> for pictures', 'text/plain'],
] as const)
  kinds(`knows ${name}`, async () => assert.is(await typeOf(sample), type));

kinds('treats HTML as plain text', async () => {
  for (const html of [
    '<!doctype html><script>alert(1)</script>',
    '<html><svg onload="alert(1)"></svg></html>',
  ])
    assert.is(await typeOf(html), 'text/plain');
});
kinds('refuses SVG after a prologue of any length and kind', async () => {
  const comment = `<!--${'-x'.repeat(40_000)}-->`;
  for (const svg of [
    `${comment}<svg/>`,
    `<?xml version="1.0"?><?${'a'.repeat(70_000)}?>${' '.repeat(70_000)}<svg/>`,
    '<!DOCTYPE x [<!ENTITY a "]>"><!ENTITY b \']>\'>]><svg>&a;</svg>',
    `<!DOCTYPE x [<!-- " ]> ' --><?pi " ]> ?><!ELEMENT svg ANY>]>${comment}<s:svg/>`,
    `<!DOCTYPE svg [<!ENTITY a "${'b'.repeat(70_000)}`,
    `<!DOCTYPE x PUBLIC "a>b" 'c>d'><svg>`,
  ])
    assert.is(await typeOf(svg), null, svg.slice(0, 60));
});
kinds('treats other documents with such a prologue as text', async () => {
  for (const text of [
    `<!--${'x'.repeat(70_000)}--><note>svg</note>`,
    '<!DOCTYPE note [<!ENTITY a "<svg>">]><note>&a;</note>',
    '<!-- never closed <svg>',
    '<!DOCTYPE html><p>',
    '< svg>',
    '<',
  ])
    assert.is(await typeOf(text), 'text/plain', text.slice(0, 60));
});
kinds('refuses scripts that begin like a GIF', async () => {
  for (const script of [
    'GIF89a=alert(1)//',
    'GIF89a=1;alert(document.domain)//'.padEnd(900, ' '),
    'GIF87a/*'.padEnd(40, 'a'),
  ])
    assert.is.not(await typeOf(script), 'image/gif', script.slice(0, 40));
});
const withMacros = (folder: string, types = '', ...more: string[]): Buffer =>
  zip(['[Content_Types].xml', `${folder}/document.xml`, ...more], '', { '[Content_Types].xml': types });
kinds('detects macros under any name', async () => {
  for (const [document, type] of [
    [withMacros('word', '', 'word/vbaProject.bin'), 'application/vnd.ms-word.document.macroEnabled.12'],
    [
      withMacros('word', 'application/vnd.ms-office.vbaProject', 'word/a.bin'),
      'application/vnd.ms-word.document.macroEnabled.12',
    ],
    [
      withMacros('xl', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      'application/vnd.ms-excel.sheet.macroEnabled.12',
    ],
    [withMacros('xl', '', 'xl/macrosheets/sheet1.xml'), 'application/vnd.ms-excel.sheet.macroEnabled.12'],
    [
      withMacros('ppt', '', 'ppt/VBAPROJECT.BIN'),
      'application/vnd.ms-powerpoint.presentation.macroEnabled.12',
    ],
    [ole(['WordDocument', 'Macros']), 'application/msword'],
    [ole(['Workbook', '_VBA_PROJECT_CUR']), 'application/vnd.ms-excel'],
  ] as const) {
    const found = await look(document);
    assert.equal([found.type, found.hasMacros], [type, true]);
  }
});
kinds('detects none in documents without macros', async () => {
  for (const document of [
    office('word'),
    office('xl'),
    ole(['WordDocument']),
    pdf,
    Buffer.from('vbaProject.bin'),
  ])
    assert.not((await look(document)).hasMacros);
});
kinds('unpacks no more of a zip than a list of content types can have', async () => {
  const bomb = withMacros('word', ' '.repeat(10 * 1024 * 1024));
  assert.is(await typeOf(bomb), null);
});
kinds('refuses SVG, whatever precedes its first element', async () => {
  for (const svg of [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '\ufeff \n<?xml version="1.0"?>\n<!-- a picture -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n<svg/>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
    '<SVG>',
  ])
    assert.is(await typeOf(svg), null, svg);
});
for (const [name, program] of Object.entries(programs))
  kinds(`refuses a file that is no document: ${name}`, async () => assert.is(await typeOf(program), null));

kinds('refuses a zip that is no document', async () => {
  for (const names of [
    ['readme.txt'],
    [],
    ['word/document.xml'],
    ['[Content_Types].xml'],
    ['[Content_Types].xml', 'visio/document.xml'],
    ['META-INF/MANIFEST.MF', 'Main.class'],
    ['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml'],
    ['[Content_Types].xml', 'evil/word/document.xml'],
  ])
    assert.is(await typeOf(zip(names)), null, names.join());
});
kinds('refuses a zip with a wrong directory', async () => {
  const good = office('word');
  const end = good.length - 22;
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };
  for (const [name, bytes] of Object.entries({
    'cut off': good.subarray(0, -1),
    'with trailing bytes': Buffer.concat([good, Buffer.from('x')]),
    'behind a program': Buffer.concat([programs.windows, good]),
    'of several parts': changed((each) => each.writeUInt16LE(1, end + 4)),
    'with a wrong number of entries': changed((each) => each.writeUInt16LE(65_000, end + 10)),
    'that begins after its end': changed((each) => each.writeUInt32LE(0xfffffff0, end + 16)),
    'that begins in the middle of a file': changed((each) => each.writeUInt32LE(1, end + 16)),
  }))
    assert.is(await typeOf(bytes), null, name);
});
kinds("holds at most a zip's directory in memory, however large the file", async () => {
  const names = ['[Content_Types].xml', 'word/document.xml'];
  const many = zip([...names, ...Array.from({ length: 60_000 }, (_, index) => `${'x'.repeat(200)}${index}`)]);
  const { type, held } = await look(many);
  assert.is(type, null);
  assert.ok(held < 70_000, `${held} bytes at once`);
});

kinds('refuses other OLE files: installers, and mails with an attached document', async () => {
  assert.is(await typeOf(ole(['Binary.Custom'])), null);
  assert.is(await typeOf(ole(['__properties_version1.0'], { nested: ['WordDocument'] })), null);
  assert.is(await typeOf(ole([], { nested: ['Workbook'] })), null);
});
kinds('finds the directory of an OLE file at any place', async () => {
  assert.is(await typeOf(ole(['Workbook'], { directoryAt: 200 })), 'application/vnd.ms-excel');
  assert.is(await typeOf(ole(['WordDocument'], { directoryAt: 109 * 128 + 40 })), 'application/msword');
});
kinds('terminates for OLE files with circular chains, and for truncated ones', async () => {
  const circle = await look(ole(['WordDocument'], { next: 3 }));
  assert.is(circle.type, null);
  assert.ok(circle.reads < 10_000, `${circle.reads} reads`);
  for (const bytes of [8, 80, 511, 512, 1024, 2047])
    assert.is(await typeOf(ole(['WordDocument']).subarray(0, bytes)), null, String(bytes));
});

kinds('refuses files that only begin like an accepted type', async () => {
  for (const bytes of ['\x89PNG\r\n', '\xff\xd8\xff', 'RIFF\x1a\0\0\0WAVEfmt ', '\xd0\xcf\x11\xe0'])
    assert.is(await typeOf(Buffer.from(bytes, 'latin1')), null, JSON.stringify(bytes));
  assert.is(await typeOf('GIF89a'), 'text/plain', 'six letters are text');
});
kinds('examines a whole text in small pieces', async () => {
  const long = Buffer.alloc(200_000, 'a€');
  const whole = long.subarray(0, 199_996);
  const { type, held } = await look(whole);
  assert.is(type, 'text/plain');
  assert.ok(held <= 64 * 1024);
  const broken = Buffer.concat([whole, Buffer.from([0xff])]);
  assert.is(await typeOf(broken), null, 'an invalid UTF-8 byte at the end');
  assert.is(await typeOf(Buffer.concat([whole, Buffer.from([0])])), null, 'NUL at the end');
  assert.is(
    await typeOf(Buffer.concat([whole, Buffer.from([0xe2, 0x82])])),
    null,
    'half a character at the end',
  );
});
kinds.run();
