import { expect } from '@open-wc/testing';
import { checkForm, toBody, toField, toForm } from '../../../../../console/admin/queues/state/queue-form.js';
import type { Queue } from '../../../../../shared/queue.js';

const time = (hours: number) => ({ hours, minutes: 0 });
const whole: Queue = {
  ...{ name: 'Sales', description: 'Orders', serviceLevelSeconds: 30, maxContacts: 9 },
  ...{ overflowQueueId: 'default', overflowMessage: 'Please call us.' },
  hoursOfOperation: {
    timeZone: 'Europe/Berlin',
    config: [
      { day: 'MONDAY', startTime: time(9), endTime: time(12) },
      { day: 'MONDAY', startTime: time(13), endTime: time(0) },
      { day: 'SUNDAY', startTime: time(0), endTime: time(0) },
    ],
    holidays: [
      {
        name: 'Eve',
        from: '2026-12-24',
        till: '2026-12-24',
        hours: [{ startTime: time(9), endTime: time(12) }],
      },
    ],
  },
  wrapUp: { seconds: 60, dispositions: ['Solved', 'Not solved'], tags: ['Refund'] },
  idleTimes: {
    customer: { warnAfterMinutes: 10, endAfterMinutes: 5 },
    agent: { warnAfterMinutes: 4, requeueAfterMinutes: 2 },
  },
};
const bare: Queue = { name: 'Bare', description: '', hoursOfOperation: null };

describe('the form of a queue', () => {
  it('keeps every member of a queue, and adds none', () => {
    for (const queue of [whole, bare]) expect(toBody(toForm(queue, 'UTC'))).to.deep.equal(queue);
  });

  it('proposes office hours for a new queue, in the own time zone, but is always open at first', () => {
    const { hours } = toForm(undefined, 'Asia/Tokyo');
    expect([hours.isAlwaysOpen, hours.timeZone]).to.deep.equal([true, 'Asia/Tokyo']);
    expect([hours.week.MONDAY, hours.week.SUNDAY]).to.deep.equal([[{ from: '09:00', to: '17:00' }], []]);
  });

  it('finds what is wrong before the service is asked', () => {
    const form = toForm(whole, 'UTC');
    expect(checkForm(form)).to.deep.equal({});
    const wrong = {
      ...form,
      ...{
        name: ' ',
        serviceLevelSeconds: '0',
        maxContacts: '1.5',
        wrapUpSeconds: '',
        tags: 'x'.repeat(101),
      },
      customerIdle: { isOn: true, warnAfter: '1', actAfter: '5' },
      agentIdle: { isOn: true, warnAfter: '5', actAfter: '481' },
      hours: {
        ...form.hours,
        timeZone: '',
        week: { ...form.hours.week, FRIDAY: [{ from: '17:00', to: '09:00' }] },
        holidays: [{ name: 'Day', from: '', till: '', hours: [] }],
      },
    };
    expect(Object.keys(checkForm(wrong)).sort()).to.deep.equal(
      [
        ...['name', 'serviceLevelSeconds', 'maxContacts', 'wrapUpSeconds', 'tags'],
        ...['customerIdle', 'agentIdle', 'timeZone', 'week', 'holidays'],
      ].sort(),
    );
    expect(checkForm(wrong).week).to.match(/^Friday: /);
    const off = { ...wrong, customerIdle: { ...wrong.customerIdle, isOn: false } };
    expect(checkForm(off)).not.to.have.property('customerIdle');
  });

  it('drops empty lines and repetitions of dispositions', () => {
    const form = { ...toForm(bare, 'UTC'), dispositions: 'Solved\n\n Solved \nLater' };
    expect(toBody(form).wrapUp).to.deep.equal({ seconds: 0, dispositions: ['Solved', 'Later'], tags: [] });
  });

  it('stores no overflow without a limit', () => {
    expect(toBody({ ...toForm(whole, 'UTC'), maxContacts: '' })).not.to.have.any.keys(
      'overflowQueueId',
      'overflowMessage',
    );
  });

  it('puts a refusal beside its field', () => {
    expect(toField({ pointer: '/hoursOfOperation/holidays/0/from' })).to.equal('holidays');
    expect(toField({ pointer: '/hoursOfOperation/config/1/endTime' })).to.equal('week');
    expect(toField({ pointer: '/idleTimes/agent/warnAfterMinutes' })).to.equal('agentIdle');
    expect(toField({ pointer: '/wrapUp/tags/0' })).to.equal('tags');
    expect(toField({ pointer: undefined })).to.equal(undefined);
  });
});
