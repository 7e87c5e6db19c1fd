import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { safeFileName } from '../../shared/safe-file-name.js';

const openXml = 'application/vnd.openxmlformats-officedocument';
const names = suite('safeFileName');
names("appends the content's extension if the name has another", () => {
  for (const [name, contentType, saved] of [
    ['bill.hta', 'text/plain', 'bill.hta.txt'],
    ['run.bat', 'text/plain', 'run.bat.txt'],
    ['invoice.pdf.js', 'text/plain', 'invoice.pdf.js.txt'],
    ['invoice.lnk', 'application/pdf', 'invoice.lnk.pdf'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['notes', 'text/plain', 'notes.txt'],
    ['a.exe', 'image/png', 'a.exe.png'],
    ['a.exe ', 'image/png', 'a.exe .png'],
    ['table.docx', 'application/msword', 'table.docx.doc'],
    ['letter.docm', `${openXml}.wordprocessingml.document`, 'letter.docm.docx'],
    ['letter.pdf', 'application/vnd.ms-word.document.macroEnabled.12', 'letter.pdf.docm'],
  ] as const)
    assert.is(safeFileName({ name, contentType }), saved);
});
names('keeps a name whose extension matches the content', () => {
  for (const [name, contentType] of [
    ['notes.md', 'text/plain'],
    ['photo.JPEG', 'image/jpeg'],
    ['letter.docm', 'application/vnd.ms-word.document.macroEnabled.12'],
    ['letter.docx', 'application/vnd.ms-word.document.macroEnabled.12'],
    ['anything.at.all', 'application/octet-stream'],
  ] as const)
    assert.is(safeFileName({ name, contentType }), name);
});
names.run();
