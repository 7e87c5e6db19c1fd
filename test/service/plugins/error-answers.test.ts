import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ServiceError } from '../../../service/errors.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';

async function answerTo(error: ServiceError) {
  const app = Fastify();
  await app.register(errorAnswers);
  app.get('/', () => Promise.reject(error));
  return app.inject('/');
}

const answers = suite('errorAnswers');
answers('sends the seconds after which the same request may succeed', async () => {
  const { statusCode, headers } = await answerTo(new ServiceError('RATE_LIMITED', { retryAfter: 7 }));
  assert.equal([statusCode, headers['retry-after']], [429, '7']);
});
answers('omits them if unknown', async () => {
  assert.is((await answerTo(new ServiceError('RATE_LIMITED'))).headers['retry-after'], undefined);
});
answers.run();
