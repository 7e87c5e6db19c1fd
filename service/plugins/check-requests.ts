import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * Validates a request against its route's schema. A valid request passes at once. Only others are converted
 * first ("3" to 3), because TypeBox walks through the schema again for every conversion.
 */
export const checkRequests: FastifySchemaCompiler<TSchema> = (route) => {
  const isRight = Compile(route.schema);
  const convert = TypeBoxValidatorCompiler(route);
  return (value: unknown) => (isRight.Check(value) ? { value } : convert(value));
};
