import serializerSelector from '@fastify/fast-json-stringify-compiler';
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

const compile = serializerSelector()({}, {});

/**
 * Compiles the schema of an answer when it is sent for the first time. A start would otherwise spend more than half of its
 * time on about 200 serializers, most of which a process never uses.
 */
export const compileAnswers: FastifySerializerCompiler<TSchema> = (route) => {
  let serialize: ((answer: unknown) => string) | undefined;
  return (answer: unknown) => (serialize ??= compile(route))(answer);
};
