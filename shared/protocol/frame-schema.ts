import { Type, type Static, type TLiteral, type TObject, type TProperties } from 'typebox';

/** The frames that one side of a socket sends: one schema per frame type. */
export type FrameSchemas = Record<string, TObject>;
/** The frames that the schemas describe. */
export type FrameOf<Schemas extends FrameSchemas> = {
  [Name in keyof Schemas]: Static<Schemas[Name]>;
}[keyof Schemas];

/** The schema of one frame: its type, these members, and no others. */
export const frameSchema = <Name extends string, Members extends TProperties>(
  name: Name,
  members: Members,
): TObject<{ type: TLiteral<Name> } & Members> =>
  Type.Object({ type: Type.Literal(name), ...members }, { additionalProperties: false });
