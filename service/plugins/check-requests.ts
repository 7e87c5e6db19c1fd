import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * Checks what comes with a request by its route's schema. What is right as it is goes through at once; only the rest is
 * converted first ("3" to 3), because TypeBox walks through the schema for that, at each request anew.
 */
export const checkRequests: FastifySchemaCompiler<TSchema> = (route) => {
  const isRight = Compile(route.schema);
  const convert = TypeBoxValidatorCompiler(route);
  return (value: unknown) => (isRight.Check(value) ? { value } : convert(value));
};
