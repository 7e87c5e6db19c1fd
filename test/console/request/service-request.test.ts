import { expect } from '@open-wc/testing';
import { asRefusal, createServiceRequest, ServiceRefusal } from '../../../console/request/service-request.js';

const answering = (answer: () => Promise<Response>) => createServiceRequest({ fetch: answer });
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

async function refusalOf(promise: Promise<unknown>): Promise<ServiceRefusal> {
  const reason = await promise.then(
    () => expect.fail('was not refused'),
    (given: unknown) => given,
  );
  expect(reason).to.be.instanceOf(ServiceRefusal);
  return reason as ServiceRefusal;
}

describe('a request to the service', () => {
  it('sends and returns JSON', async () => {
    const sent: unknown[] = [];
    const request = createServiceRequest({
      fetch: async (path, init) => {
        sent.push(path, init?.method, init?.body, new Headers(init?.headers).get('content-type'));
        return json(200, { a: 1 });
      },
    });
    expect(await request('POST', '/api/x', { b: 2 })).to.deep.equal({ a: 1 });
    expect(sent).to.deep.equal(['/api/x', 'POST', '{"b":2}', 'application/json']);
  });

  it('sends no content type without a body', async () => {
    const request = createServiceRequest({
      fetch: async (_path, init) => {
        expect(new Headers(init?.headers).has('content-type')).to.equal(false);
        expect(init?.body).to.equal(undefined);
        return new Response(null, { status: 204 });
      },
    });
    expect(await request('DELETE', '/api/session')).to.equal(undefined);
  });

  it('rejects with code, status, message and pointer of a refusal', async () => {
    const body = {
      statusCode: 409,
      code: 'USERNAME_TAKEN',
      message: 'This username is taken.',
      pointer: '/username',
    };
    const refusal = await refusalOf(answering(async () => json(409, body))('POST', '/api/setup', {}));
    expect(refusal).to.include({ ...body });
  });

  it('rejects with the seconds of Retry-After', async () => {
    const busy = () => new Response('{}', { status: 429, headers: { 'retry-after': '7' } });
    expect((await refusalOf(answering(async () => busy())('GET', '/'))).retryAfter).to.equal(7);
    const other = await refusalOf(answering(async () => json(409, {}))('GET', '/'));
    expect(other.retryAfter).to.equal(undefined);
  });

  it('rejects with UNREACHABLE without a response', async () => {
    const refusal = await refusalOf(
      answering(async () => Promise.reject(new TypeError('Failed to fetch')))('GET', '/'),
    );
    expect(refusal).to.include({ code: 'UNREACHABLE', statusCode: 0 });
  });

  it('never shows the page of a proxy as a message', async () => {
    const page = new Response('<h1>502 Bad Gateway</h1>', { status: 502 });
    const refusal = await refusalOf(answering(async () => page)('GET', '/'));
    expect(refusal).to.include({ code: 'INTERNAL_ERROR', statusCode: 502 });
    expect(refusal.message).not.to.include('Gateway');
  });

  it('converts any failure to a refusal with a message', () => {
    expect(asRefusal(new TypeError('x is undefined')).message).to.include('went wrong');
  });
});
