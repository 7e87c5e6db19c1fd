import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { csvCell, csvHead, csvLine } from '../../../service/routes/contact-csv.js';

const csv = suite('contacts as CSV');
for (const [text, cell] of [
  ['plain', '"plain"'],
  ['a "quoted", text', '"a ""quoted"", text"'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://evil")', '"\'=HYPERLINK(""http://evil"")"'],
  ['+1', '"\'+1"'],
  ['-1', '"\'-1"'],
  ['@SUM(A1)', '"\'@SUM(A1)"'],
  ['\t=1', '"\'\t=1"'],
  ['  =1', '"\'  =1"'],
  ['\r=1', '"\'\r=1"'],
  ['', '""'],
  [null, ''],
] as const)
  csv(`the cell ${JSON.stringify(text)}`, () => assert.is(csvCell(text), cell));
csv('has as many cells in each line as in its first', () => {
  const line = csvLine({
    ...{ contactId: 'c', widgetId: 'w', state: 'ENDED', startedAt: 's', endedAt: 'e', customerName: '=Cleo' },
    ...{ agentIds: ['a', 'b'], queueId: null, attributes: { plan: 'gold' }, leftMessage: false },
    ...{ disposition: null, tags: ['x', 'y'], wrapUpAgentIds: [], survey: null },
  });
  assert.is(line, `"c","w","ENDED","s","e","'=Cleo","a b","false",,"x; y",,,,"{""plan"":""gold""}"\r\n`);
  assert.is(csvHead.split(',').length, 14);
});
csv.run();
