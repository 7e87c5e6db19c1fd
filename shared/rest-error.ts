import { Type, type Static } from 'typebox';

/** The body of every REST error. */
export const RestErrorSchema = Type.Object(
  {
    statusCode: Type.Integer(),
    code: Type.String({ description: 'Stable; see docs/reference/errors.md.' }),
    message: Type.String({ description: 'For people.' }),
    pointer: Type.Optional(Type.String({ description: 'RFC 6901: the member of the body that is wrong.' })),
  },
  { $id: 'Error' },
);
export type RestError = Static<typeof RestErrorSchema>;
