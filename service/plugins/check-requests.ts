import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

type Route = Parameters<FastifySchemaCompiler<TSchema>>[0];
type Check = ReturnType<FastifySchemaCompiler<TSchema>>;

/** Validates a request against its route's schema, which is compiled for the first request. */
export const checkRequests: FastifySchemaCompiler<TSchema> = (route) => {
  let check: Check | undefined;
  return (value: unknown) => (check ??= compile(route))(value);
};

/**
 * A valid request passes at once. Only others are converted first ("3" to 3), because TypeBox walks through the schema
 * again for every conversion.
 */
function compile(route: Route): Check {
  const isRight = Compile(route.schema);
  const convert = TypeBoxValidatorCompiler(route);
  return (value: unknown) => (isRight.Check(value) ? { value } : convert(value));
}
