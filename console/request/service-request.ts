/** What a staff page says when there was no answer at all. */
const unreachable = "Can't reach the service. Check your connection and try again.";
const unexpected = 'Something went wrong on our side. Try again in a moment.';

/** A request that the service refused, or never answered (`UNREACHABLE`, status 0). */
export class ServiceRefusal extends Error {
  /** A stable code of docs/reference/errors.md, or `UNREACHABLE`. */
  readonly code: string;
  readonly statusCode: number;
  /** The member of the body that is wrong (RFC 6901), where it is one. */
  readonly pointer: string | undefined;
  /** Seconds after which to try again (`Retry-After`), where the service says so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    statusCode: number,
    message: string,
    details: { pointer?: string | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.name = 'ServiceRefusal';
    this.code = code;
    this.statusCode = statusCode;
    this.pointer = details.pointer;
    this.retryAfter = details.retryAfter;
  }
}

/**
 * Asks the service: JSON in; JSON out, or the text of another kind, or undefined where the answer has no body. Rejects
 * with {@link ServiceRefusal}.
 */
export type ServiceRequest = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<unknown>;

/** Makes the {@link ServiceRequest} of a page that the service itself serves: its cookie goes along by itself. */
export function createServiceRequest(options: { fetch?: typeof fetch } = {}): ServiceRequest {
  const fetchNow = options.fetch ?? globalThis.fetch.bind(globalThis);
  return async (method, path, body, more = {}) => {
    const headers: Record<string, string> = { accept: 'application/json', ...more };
    const init: RequestInit = { method, cache: 'no-store', headers };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    const response = await fetchNow(path, init).catch(() => {
      throw new ServiceRefusal('UNREACHABLE', 0, unreachable);
    });
    const answer = readBody(await response.text(), response.headers.get('content-type') ?? '');
    if (!response.ok) throw toRefusal(response, answer);
    return answer;
  };
}

function readBody(text: string, type: string): unknown {
  if (!text) return undefined;
  if (type.includes('html')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function toRefusal({ status, headers }: Response, answer: unknown): ServiceRefusal {
  const retryAfter = Number(headers.get('retry-after') ?? NaN);
  const { code, message, pointer } = (answer ?? {}) as Record<string, unknown>;
  return new ServiceRefusal(
    typeof code === 'string' ? code : 'INTERNAL_ERROR',
    status,
    typeof message === 'string' ? message : unexpected,
    {
      pointer: typeof pointer === 'string' ? pointer : undefined,
      retryAfter: Number.isInteger(retryAfter) ? retryAfter : undefined,
    },
  );
}

/** Any failure as a {@link ServiceRefusal}, so that a page has something plain to say. */
export const asRefusal = (reason: unknown): ServiceRefusal =>
  reason instanceof ServiceRefusal ? reason : new ServiceRefusal('INTERNAL_ERROR', 500, unexpected);
