import serializerSelector from '@fastify/fast-json-stringify-compiler';
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

const compile = serializerSelector()({}, {});

/**
 * Compiles the schema of an answer when it is sent for the first time. Otherwise more than half of the CPU time of a start
 * would go into serializers, most of which the process does not need soon.
 */
export const compileAnswers: FastifySerializerCompiler<TSchema> = (route) => {
  let serialize: ((answer: unknown) => string) | undefined;
  return (answer: unknown) => (serialize ??= compile({ ...route, httpStatus: '' }))(answer);
};
