/**
 * A fake REST API: responds as the test says, and records requests. Responses are keyed by `METHOD path`: an Error is
 * thrown, a function is called with the body, any other value is returned.
 */
import type { ServiceRequest } from '../../../console/request/service-request.js';

export interface FakeService {
  request: ServiceRequest;
  readonly asked: { method: string; path: string; body: unknown }[];
  answers: Record<string, unknown>;
}

export function createFakeService(answers: Record<string, unknown> = {}): FakeService {
  const service: FakeService = {
    asked: [],
    answers,
    async request(method, path, body) {
      service.asked.push({ method, path, body });
      const answer = service.answers[`${method} ${path}`];
      const value: unknown =
        typeof answer === 'function' ? (answer as (body: unknown) => unknown)(body) : answer;
      if (value instanceof Error) throw value;
      return value;
    },
  };
  return service;
}
