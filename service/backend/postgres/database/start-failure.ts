/** What Node's network errors have beside their message. */
interface NetworkFailure extends Error {
  code?: string;
  address?: string;
  port?: number;
  hostname?: string;
}

const preparedElsewhere =
  'it is behind a pooler in transaction mode: name the server itself in DATABASE_LISTEN_URL.';

const sentences: Record<string, (failure: NetworkFailure) => string> = {
  ECONNREFUSED: ({ address, port }) => `nothing listens at ${address}, port ${port}.`,
  ECONNRESET: () => 'the connection was cut.',
  EHOSTUNREACH: ({ address }) => `there is no way to ${address}.`,
  ENETUNREACH: ({ address }) => `there is no way to ${address}.`,
  ENOTFOUND: ({ hostname }) => `there is no host ${hostname}.`,
  EAI_AGAIN: ({ hostname }) => `the host ${hostname} could not be looked up.`,
  // A prepared statement is not there, or already is.
  '26000': () => preparedElsewhere,
  '42P05': () => preparedElsewhere,
};

/**
 * Why the database of a start can't be used, as a sentence. `variable` names its URL, which may have a password and is not
 * shown.
 */
export function startFailure(error: unknown, variable = 'DATABASE_URL'): Error {
  const failure = firstCause(error as NetworkFailure);
  const sentence = sentences[failure.code ?? ''];
  const reason = sentence ? sentence(failure) : `${failure.message}.`;
  return new Error(`The database that ${variable} names cannot be used: ${reason}`, { cause: error });
}

function firstCause(error: NetworkFailure): NetworkFailure {
  return error.cause instanceof Error ? firstCause(error.cause) : error;
}
