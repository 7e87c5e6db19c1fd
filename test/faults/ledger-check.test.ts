import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { ChatLedger, noVerdict, type Verdict } from './ledger.js';

const item = (seq: number, content: string, participantRole: 'CUSTOMER' | 'AGENT' = 'CUSTOMER') =>
  ({ seq, id: `k.${seq}`, type: 'MESSAGE', participantRole, content }) as TranscriptItem;

/**
 * A chat in which the customer sent three messages, all acknowledged, and the agent's console has shown them.
 */
function threeSaid(shown = [item(1, 'a'), item(2, 'b'), item(3, 'c')]): ChatLedger {
  const ledger = new ChatLedger();
  for (const [index, text] of ['a', 'b', 'c'].entries()) {
    ledger.say('CUSTOMER', text);
    ledger.acknowledged.set(text, `k.${index + 1}`);
  }
  ledger.show('console', shown);
  return ledger;
}
const stored = [item(1, 'a'), item(2, 'b'), item(3, 'c')];
const wrong = (verdict: Verdict): string[] =>
  Object.entries(verdict).flatMap(([name, found]) => (found.length > 0 ? [name] : []));

const ledgers = suite('a ledger');
ledgers('finds no problem if there is none', () => {
  assert.equal(threeSaid().check(stored, ['console']), noVerdict());
});
for (const [what, log, shown, expected] of [
  ['a message that is not stored', stored.slice(0, 2), stored.slice(0, 2), ['lost']],
  [
    'one that is stored at another number than acknowledged',
    [item(1, 'a'), item(2, 'b'), item(4, 'c')],
    [],
    ['lost'],
  ],
  ['one that was never shown to a viewer', stored, [item(1, 'a'), item(3, 'c')], ['lost']],
  ['one that is stored twice', [...stored, item(4, 'b')], stored, ['lost', 'doubled']],
  ['one that was shown to a viewer twice', stored, [...stored, item(3, 'c')], ['doubled']],
  [
    'messages that are stored in another order',
    [item(1, 'b'), item(2, 'a'), item(3, 'c')],
    [],
    ['lost', 'reordered'],
  ],
  [
    'messages that were shown to a viewer in another order',
    stored,
    [item(2, 'b'), item(1, 'a'), item(3, 'c')],
    ['reordered'],
  ],
  ['a message that nobody sent', [...stored, item(4, 'd')], [...stored, item(4, 'd')], ['phantom']],
  [
    'one that was shown with another content than stored',
    stored,
    [item(1, 'x'), ...stored.slice(1)],
    ['lost', 'phantom'],
  ],
] as const)
  ledgers(`finds ${what}`, () => {
    const found = wrong(threeSaid([...shown]).check(log, shown.length > 0 ? ['console'] : []));
    for (const name of expected) assert.ok(found.includes(name), `${name} is not among ${found.join(', ')}`);
  });
ledgers('finds refused messages', () => {
  const ledger = threeSaid();
  ledger.refused.push('a: INTERNAL_ERROR');
  assert.equal(wrong(ledger.check(stored, ['console'])), ['refused']);
});
ledgers.run();
