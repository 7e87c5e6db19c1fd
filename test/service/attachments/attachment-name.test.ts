import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dispositionOf, readAttachmentName } from '../../../service/attachments/attachment-name.js';

const reading = suite('readAttachmentName');
reading('decodes what encodeURIComponent encodes', () => {
  for (const name of [
    'bill.pdf',
    'Rechnung März.pdf',
    '請求書 (2).pdf',
    '🎉.png',
    "it's 100%.txt",
    'a'.repeat(256),
  ])
    assert.is(readAttachmentName(encodeURIComponent(name)), name);
});
reading('refuses invalid names', () => {
  for (const header of [
    undefined,
    '',
    '%20',
    '.',
    '..',
    ['a', 'b'],
    'a'.repeat(257),
    encodeURIComponent('🎉'.repeat(129)),
    encodeURIComponent('../../etc/passwd'),
    '..%2F..%2Fetc%2Fpasswd',
    encodeURIComponent('C:\\boot.ini'),
    encodeURIComponent('a\r\nSet-Cookie: b=c'),
    encodeURIComponent('a\0.png'),
    encodeURIComponent('a\u0085b'),
    encodeURIComponent('a\u2028b'),
    encodeURIComponent('invoice\u202efdp.exe'),
    '%',
    '%ff',
    '%ed%a0%80',
    'b\xfcll.pdf',
  ])
    assert.throws(
      () => readAttachmentName(header),
      (error: { code: string }) => error.code === 'ATTACHMENT_NAME_INVALID',
    );
});
reading.run();

const writing = suite('dispositionOf');
const of = (name: string, contentType: string) => dispositionOf({ name, contentType }, 'attachment');
writing('encodes any name for a header, with an ASCII form beside it', () => {
  assert.is(
    of('März (1)*\'"; b.pdf', 'application/pdf'),
    `attachment; filename="M_rz (1)*'\\"; b.pdf"; filename*=UTF-8''M%C3%A4rz%20%281%29%2A%27%22%3B%20b.pdf`,
  );
  assert.is(dispositionOf({ name: 'a.PNG', contentType: 'image/png' }, 'inline'), 'inline; filename="a.PNG"');
});
writing('uses the safe name', () => {
  assert.is(of('bill.hta', 'text/plain'), 'attachment; filename="bill.hta.txt"');
});
writing.run();
