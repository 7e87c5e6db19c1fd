import { Type, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** The schema of one document in a file. */
export const storedDocumentSchema = (value: TSchema) =>
  Type.Object(
    {
      version: Type.Integer({ minimum: 1 }),
      updatedAt: Type.String(),
      updatedBy: Type.Optional(Type.String()),
      value,
    },
    { additionalProperties: false },
  );

export interface StoredDocumentsCheck {
  /** The path that the error names. */
  file: string;
  schema: TSchema;
  /** Names of members whose values must not appear in messages. */
  secrets?: readonly string[];
}

/** Throws a sentence that names the file, the JSON pointer, what the member accepts and its value. */
export function checkStoredDocuments(
  stored: unknown,
  { file, schema, secrets = [] }: StoredDocumentsCheck,
): void {
  const [first] = Compile(Type.Record(Type.String(), storedDocumentSchema(schema))).Errors(stored);
  if (!first) return;
  const { instancePath, message } = first;
  const isSecret = secrets.includes(instancePath.split('/').at(-1)!);
  const is = `${instancePath || 'the file'} ${message}, but is ${shown(valueAt(stored, instancePath), isSecret)}`;
  throw new Error(`${file}: ${is}.`);
}

function valueAt(root: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[name.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, root);
}

const shownAtMost = 80;

/** Objects aren't shown, because they may contain a secret. */
function shown(value: unknown, isSecret: boolean): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (isSecret) return 'another secret';
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text;
}
