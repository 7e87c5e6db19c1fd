import { Type, type TInteger, type TSchemaOptions, type TString } from 'typebox';
import { inWords } from './in-words.js';

/** The bounds of a text in characters, or of a number, both inclusive. Default of `least`: 0. */
export interface Bounds {
  least?: number;
  most: number;
}

/**
 * The schema of a text. `describe` receives its length, such as "at most 100 characters", and returns a
 * sentence for people.
 */
export const text = (
  { least = 0, most }: Bounds,
  describe: (length: string) => string,
  options: TSchemaOptions = {},
): TString =>
  Type.String({
    ...(least > 0 && { minLength: least }),
    maxLength: most,
    description: describe(
      least > 0 ? `${inWords(least)} to ${inWords(most)} characters` : `at most ${inWords(most)} characters`,
    ),
    ...options,
  });

/**
 * The schema of a whole number. `describe` receives its range, such as "44 to 96", and returns a sentence for
 * people.
 */
export const integer = (
  { least = 0, most }: Bounds,
  describe: (range: string) => string,
  options: TSchemaOptions = {},
): TInteger =>
  Type.Integer({
    minimum: least,
    maximum: most,
    description: describe(`${inWords(least)} to ${inWords(most)}`),
    ...options,
  });
