/** What staff pages show when the service did not respond. */
const unreachable = "Can't reach the service. Check your connection and try again.";
const unexpected = 'Something went wrong on our side. Try again in a moment.';

/** A request that the service refused, or did not respond to (`UNREACHABLE`, status 0). */
export class ServiceRefusal extends Error {
  /** A stable code of docs/reference/errors.md, or `UNREACHABLE`. */
  readonly code: string;
  readonly statusCode: number;
  /** The member of the body that is wrong (RFC 6901), if the refusal names one. */
  readonly pointer: string | undefined;
  /** Seconds to wait before the next attempt (`Retry-After`), if the service names them. */
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
 * Sends a request with a JSON body to the service. Resolves with the parsed JSON, with the text of an HTML response,
 * or with undefined for any other. Rejects with {@link ServiceRefusal}.
 */
export type ServiceRequest = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<unknown>;

/**
 * Creates the {@link ServiceRequest} of a page that the service itself serves, so that the browser sends the
 * session's cookie.
 */
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

/** Converts any failure to a {@link ServiceRefusal}, whose message a page can show. */
export const asRefusal = (reason: unknown): ServiceRefusal =>
  reason instanceof ServiceRefusal ? reason : new ServiceRefusal('INTERNAL_ERROR', 500, unexpected);
