import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newContactState } from '../../../service/contact/contact-state.js';
import type { Entry, EntryKind, NewEntry } from '../../../service/contact/entry.js';
import { evolve } from '../../../service/contact/evolve.js';
import { evolveAll } from '../../../service/contact/evolve-all.js';
import { agentNewsOf } from '../../../service/contact/news.js';
import { numbered } from '../../../service/contact/number-entries.js';
import { rightsOf } from '../../../service/contact/roles.js';
import { summarise } from '../../../service/contact/summarise.js';
import { toItem } from '../../../service/contact/to-item.js';
import type { ParticipantView } from '../../../service/participant/participant-view.js';
import { showEntry } from '../../../service/participant/show-entry.js';
import type { ParticipantRole } from '../../../shared/transcript-item.js';
import { accepted } from '../../support/contact-fixtures.js';
import { entrySamples } from '../../support/entry-samples.js';

const log = Object.values(entrySamples);
const kinds = Object.keys(entrySamples) as EntryKind[];

/** The log as a release reads it that does not have this kind yet. */
const withoutKnowing = (kind: EntryKind): NewEntry[] =>
  log.map((entry) =>
    entry.kind === kind ? ({ ...entry, kind: `later.${kind}` } as unknown as NewEntry) : entry,
  );

/** A view that records how it was called. */
function recordingView() {
  const calls: string[] = [];
  const view = new Proxy({} as ParticipantView, {
    get: (_, name) => () => void calls.push(String(name)),
  });
  return { calls, view };
}

const later = suite('entries of a later release');
for (const kind of kinds) {
  const entries = withoutKnowing(kind);
  later(`a process that does not know ${kind} folds the rest, and goes on after it`, () => {
    const state = evolveAll(newContactState('k1'), entries);
    const skipped = numbered(0, entries)
      .filter((entry) => log.some((known) => known.kind === entry.kind))
      .reduce(evolve, newContactState('k1'));
    assert.is(state.lastSeq, entries.length);
    assert.equal({ ...state, lastSeq: 0 }, { ...skipped, lastSeq: 0 });
    if (kind !== 'contact.started') assert.is(summarise(state).contactId, 'k1');
  });
  later(`a process that does not know ${kind} shows nothing of it, and tells nobody`, () => {
    const entry = numbered(0, entries).find((each) => each.kind === (`later.${kind}` as EntryKind))!;
    assert.is(toItem('k1', entry), null);
    assert.is(agentNewsOf('k1', entry), null);
    for (const role of ['CUSTOMER', 'AGENT', 'SUPERVISOR'] as const) {
      const { calls, view } = recordingView();
      showEntry(entry, { contactId: 'k1', participantId: 'p1' }, rightsOf({ role }), view);
      assert.equal(calls, []);
    }
  });
}
later('a known kind with members of a later release is folded as before', () => {
  const more = log.map((entry) => ({ ...entry, ofLater: { nested: true } }) as unknown as NewEntry);
  const { lastSeq, status } = evolveAll(newContactState('k1'), more);
  assert.equal([lastSeq, status], [log.length, 'ENDED']);
});
later('commands are decided after an unknown entry, with the next number', () => {
  const started = evolveAll(newContactState('k1'), [
    entrySamples['contact.started'],
    entrySamples['participant.joined'],
  ]);
  const state = evolve(started, { seq: 3, at: 1, kind: 'later.pinned' } as unknown as Entry);
  const { entries, state: after } = accepted(state, { type: 'end', now: 2, participantId: 'p1' } as never);
  assert.ok(entries.some(({ kind }) => kind === 'chat.ended'));
  assert.is(after.lastSeq, 3 + entries.length);
});
later('a participant whose role this release does not know is listened to, and may do nothing here', () => {
  const rights = rightsOf({ role: 'LATER' as ParticipantRole });
  assert.equal(
    [rights.maySpeak, rights.countsAsLoad, rights.isServed, rights.mayTransfer],
    [false, false, false, false],
  );
});
later.run();
