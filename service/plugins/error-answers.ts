import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError,
} from 'fastify';
import fp from 'fastify-plugin';
import type { RestError } from '../../shared/rest-error.js';
import { ServiceError, type ServiceErrorCode } from '../errors.js';

/** Our codes for Fastify's own errors. */
const codeOf: Record<string, ServiceErrorCode> = {
  FST_ERR_VALIDATION: 'REQUEST_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_INVALID',
};

/**
 * Answers every error as `{statusCode, code, message, pointer?}`. Internal errors are logged, and their
 * details aren't sent.
 */
export const errorAnswers = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler((error: FastifyError | ServiceError, request, reply) =>
      answer(toServiceError(error), request, reply),
    );
    app.setNotFoundHandler((request, reply) => answer(new ServiceError('ROUTE_NOT_FOUND'), request, reply));
  },
  { name: 'error-answers' },
);

function answer(error: ServiceError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.statusCode >= 500) request.log.error({ err: error.cause ?? error }, error.code);
  const { statusCode, code, message, pointer, retryAfter } = error;
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  const body: RestError = { statusCode, code, message, ...(pointer !== undefined && { pointer }) };
  return reply.code(statusCode).type('application/json').send(body);
}

function toServiceError(error: FastifyError | ServiceError): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error.validation?.[0]) return new ServiceError('REQUEST_INVALID', describe(error.validation[0], error));
  const code = codeOf[error.code];
  if (code) return new ServiceError(code);
  if (error.statusCode !== undefined && error.statusCode < 500) return new ServiceError('REQUEST_INVALID');
  return new ServiceError('INTERNAL_ERROR', { cause: error });
}

/**
 * Names the member at fault. For an unexpected or missing member, that is the member itself, not its object.
 */
function describe(first: FastifySchemaValidationError, { validationContext }: FastifyError) {
  const { additionalProperties, requiredProperties } = first.params as Record<string, string[] | undefined>;
  const member = additionalProperties?.[0] ?? requiredProperties?.[0];
  const pointer = first.instancePath + (member === undefined ? '' : `/${escapePointer(member)}`);
  const where = validationContext === 'body' ? '' : `In the ${validationContext}: `;
  return { pointer, message: `${where}${pointer || 'The body'} ${reasonOf(first)}.` };
}

/** A closed schema forbids unknown members by the schema `false`, of which the validator says no more than that. */
const reasonOf = ({ keyword, message }: FastifySchemaValidationError): string =>
  keyword === 'boolean' || keyword === 'additionalProperties' ? 'is not known here' : (message ?? 'is wrong');

const escapePointer = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1');
