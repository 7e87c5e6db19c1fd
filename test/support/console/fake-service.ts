/**
 * Stands for the service's REST side: answers each request as the test says, and remembers what was asked. Give an
 * answer by `METHOD path`; an Error is thrown, anything else returned; a function is called with the body.
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
