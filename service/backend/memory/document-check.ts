import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** Returns the value as it will be stored, or throws if the next start would refuse it. */
export type DocumentCheck<T> = (given: T) => T;

/**
 * Checks documents before they are written. It checks the JSON form of the value, because the next start
 * reads that: an `undefined` member is absent, `NaN` is null. A violation is a bug of the caller, so the
 * error is no {@link ServiceError}: REST answers INTERNAL_ERROR, and nothing is stored.
 */
export function createDocumentCheck<Schema extends TSchema>(schema: Schema): DocumentCheck<Static<Schema>> {
  const compiled = Compile(schema);
  return (given) => {
    const value: unknown = JSON.parse(JSON.stringify(given));
    if (compiled.Check(value)) return value;
    const [first] = compiled.Errors(value);
    throw new Error(`A document was not stored: ${first?.instancePath || 'the value'} ${first?.message}.`);
  };
}
