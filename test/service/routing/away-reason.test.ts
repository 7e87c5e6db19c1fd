import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { awayReason } from '../../../service/routing/away-reason.js';
import type { Away } from '../../../shared/away.js';

const away = (whenClosed: Away['whenClosed'], whenNobodyAvailable: Away['whenNobodyAvailable']): Away => ({
  ...{ whenClosed, whenNobodyAvailable, queueId: 'default' },
});
const closed = { isOpen: false, agentsStaffed: 2 };
const nobody = { isOpen: true, agentsStaffed: 0 };
const both = { isOpen: false, agentsStaffed: 0 };

const reasons = suite('awayReason');

reasons('lets everybody chat unless the widget says otherwise', () => {
  for (const reach of [closed, nobody, both]) assert.is(awayReason(away('CHAT', 'CHAT'), reach), null);
});
reasons('uses only the hours, or only the agents, as the widget says', () => {
  const byHours = away('LEAVE_MESSAGE', 'CHAT');
  assert.equal(
    [closed, nobody, both].map((reach) => awayReason(byHours, reach)),
    ['CLOSED', null, 'CLOSED'],
  );
  const byAgents = away('CHAT', 'LEAVE_MESSAGE');
  assert.equal(
    [closed, nobody, both].map((reach) => awayReason(byAgents, reach)),
    [null, 'NOBODY_AVAILABLE', 'NOBODY_AVAILABLE'],
  );
});
reasons('reports closed hours first', () => {
  assert.is(awayReason(away('LEAVE_MESSAGE', 'LEAVE_MESSAGE'), both), 'CLOSED');
});

reasons.run();
