import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import type { ContactCommand } from '../../../service/contact/decide.js';
import type { ContactState } from '../../../service/contact/contact-state.js';
import { createSummaryFeed } from '../../../service/contact/summary-feed.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { summarise } from '../../../service/contact/summarise.js';
import { createLocalOffers } from '../../../service/backend/memory/offers.js';
import { createLocalPresence } from '../../../service/backend/memory/presence.js';
import { createRouter } from '../../../service/routing/router.js';
import { createWorkload } from '../../../service/routing/workload.js';
import { limits } from '../../../shared/limits.js';
import { accepted, noon, queuedContact } from '../../support/contact-fixtures.js';
import { createTestClock } from '../../support/test-clock.js';

const hour = 3_600_000;
const ada = { agentId: 'a1', displayName: 'Ada', queues: ['default'], maxChats: 2 };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A router whose contacts only record the commands. */
function setUp() {
  const clock = createTestClock();
  const onError = (error: unknown) => assert.unreachable(String(error));
  const bus = createLocalBus<ContactTopics>({ onError });
  const summaries = createSummaryFeed({ bus, isShared: false, onError });
  const presence = createLocalPresence({ clock });
  const workload = createWorkload(clock);
  const offers = createLocalOffers();
  const asked: ContactCommand[] = [];
  const run = async (_contactId: string, command: ContactCommand) => {
    asked.push(command);
    return { entries: [], repeats: null, state: queuedContact() };
  };
  const router = createRouter({
    ...{ contacts: { run, summaries }, workload, presence, offers, clock, onError },
  });
  presence.open(ada, 'AVAILABLE');
  const tell = async (state: ContactState) => {
    summaries.repeat(summarise(state));
    await turn();
    await turn();
  };
  return { clock, router, asked, tell, offers };
}
const declined = (): ContactState => {
  const offer = { type: 'offer', now: noon, agentId: 'a1', until: noon + limits.ring } as const;
  const decline = { type: 'decline', now: noon, agentId: 'a1' } as const;
  return accepted(accepted(queuedContact(), offer).state, decline).state;
};

const router = suite('createRouter');
router('offers a waiting contact for the length of a ring', async () => {
  const { router, asked, tell, clock } = setUp();
  await tell(queuedContact());
  const now = clock.now();
  assert.equal(asked[0], { type: 'offer', now, agentId: 'a1', until: now + limits.ring });
  router.close();
});
for (const jump of [-24 * hour, -hour, 0, hour, 24 * hour]) {
  router(
    `offers to an agent who declined after the pause, although the wall clock jumps ${jump / hour} hours`,
    async () => {
      const { router, asked, tell, clock } = setUp();
      await tell(declined());
      clock.jump(jump);
      clock.pass(limits.declined - 1);
      // Everything that happens to the contact is reported again.
      await tell(declined());
      assert.equal(asked, []);
      clock.pass(1);
      await turn();
      await turn();
      assert.is(asked[0]?.type, 'offer');
      router.close();
    },
  );
}
router('offers a contact whose reservation by another process came to nothing, without a hint', async () => {
  const { router, asked, tell, clock, offers } = setUp();
  const contactId = queuedContact().contactId;
  const elsewhere = await offers.reserve({ contactId, agentId: 'a2', maxChats: 1, load: 0 });
  await tell(queuedContact());
  clock.pass(5_000);
  await turn();
  assert.equal(asked, []);
  assert.ok('reservation' in elsewhere);
  elsewhere.reservation.release();
  clock.pass(1_000);
  await turn();
  await turn();
  assert.is(asked[0]?.type, 'offer');
  router.close();
  assert.is(clock.pending, 0);
});
router('leaves nothing running', async () => {
  const { router, tell, clock } = setUp();
  await tell(declined());
  assert.is(clock.pending, 1);
  router.close();
  assert.is(clock.pending, 0);
});
router.run();
