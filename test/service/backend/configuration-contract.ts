// Why: every implementation of the configuration must pass this suite. Pass a factory; it registers the
// suite. The factory returns a new installation at each call.
import { Type } from 'typebox';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Configuration } from '../../../service/backend/configuration.js';

const schema = Type.Object({ name: Type.String() }, { additionalProperties: false });

export interface ConfigurationUnderTest {
  /** Opens the same installation: in one process after the other, or in several at once. */
  open(): Promise<Configuration>;
  close(): Promise<void>;
}

export function configurationContract(name: string, create: () => Promise<ConfigurationUnderTest>): void {
  const contract = suite<ConfigurationUnderTest>(`${name}: the contract of a configuration`);
  contract.before.each(async (context) => void Object.assign(context, await create()));
  contract.after.each(({ close }) => close());

  contract('opens collections that are empty at first, each with its own documents', async ({ open }) => {
    const configuration = await open();
    const flows = await configuration.open({ name: 'flows', schema });
    const queues = await configuration.open({ name: 'queues', schema });
    assert.equal([await flows.list(), await queues.list()], [[], []]);
    await flows.put('a', { name: 'flow' });
    await queues.put('a', { name: 'queue' });
    assert.equal(
      [(await flows.get('a'))!.value.name, (await queues.get('a'))!.value.name],
      ['flow', 'queue'],
    );
  });
  contract('returns stored documents after it is opened again', async ({ open }) => {
    const flows = await (await open()).open({ name: 'flows', schema });
    await flows.put('a', { name: 'first' });
    await flows.put('a', { name: 'second' });
    const again = await (await open()).open({ name: 'flows', schema });
    assert.equal([(await again.get('a'))!.value.name, (await again.get('a'))!.version], ['second', 2]);
  });
  contract('keeps earlier versions if asked to', async ({ open }) => {
    const configuration = await open();
    for (const keepsEarlier of [true, false]) {
      const collection = await configuration.open({ name: `kept-${keepsEarlier}`, schema, keepsEarlier });
      await collection.put('a', { name: 'first' });
      await collection.put('a', { name: 'second' });
      assert.is((await collection.earlier('a')).length, keepsEarlier ? 1 : 0);
    }
  });
  contract.run();
}
