import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Value } from 'typebox/value';
import { ChosenStatusSchema } from '../../shared/agent-status-schema.js';
import { nextStatusOf, reasonIdOf, statusKind } from '../../shared/agent-status.js';

const test = suite('the statuses of agents');
test('are the ones that agents can choose, and no others', () => {
  for (const status of ['AVAILABLE', 'OFFLINE', 'AWAY', 'AWAY:lunch', 'NEXT:OFFLINE', 'NEXT:AWAY:lunch_2'])
    assert.ok(Value.Check(ChosenStatusSchema, status), status);
  for (const status of [
    'MISSED',
    'NEXT:AVAILABLE',
    'NEXT:',
    'AWAY:',
    'AWAY:a b',
    'OFFLINE:x',
    'away',
    'NEXT:NEXT:AWAY',
  ])
    assert.not(Value.Check(ChosenStatusSchema, status), status);
});
test('have a kind, a reason and a status that follows', () => {
  assert.equal(
    [statusKind('AWAY:lunch'), reasonIdOf('AWAY:lunch'), nextStatusOf('AWAY:lunch')],
    ['AWAY', 'lunch', null],
  );
  assert.equal(
    [statusKind('NEXT:AWAY:lunch'), reasonIdOf('NEXT:AWAY:lunch'), nextStatusOf('NEXT:AWAY:lunch')],
    ['NEXT', 'lunch', 'AWAY:lunch'],
  );
  assert.equal([statusKind('MISSED'), reasonIdOf('MISSED'), nextStatusOf('MISSED')], ['MISSED', null, null]);
});
test.run();
