import { Type } from '@fastify/type-provider-typebox';

/** An id that an integrator chooses, readable in URLs, files and flows. */
export const configurationId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' });
