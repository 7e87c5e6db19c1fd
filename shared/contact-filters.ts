import { Type, type Static } from 'typebox';

const choice = Type.Object({ id: Type.String(), name: Type.String() });

/** What contacts can be filtered by: the choices of the page of contacts. */
export const ContactFilterChoicesSchema = Type.Object({
  widgets: Type.Array(choice),
  queues: Type.Array(choice),
  agents: Type.Array(choice),
  tags: Type.Array(Type.String(), { description: 'Those that queues propose.' }),
});
export type ContactFilterChoices = Static<typeof ContactFilterChoicesSchema>;
