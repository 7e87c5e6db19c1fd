import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SurveyAnswerSchema, SurveyInputSchema } from '../../shared/survey.js';
import { surveyAnswer } from '../contact/survey-answer.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import { bearerOf } from './bearer-of.js';

const params = Type.Object({ widgetId: Type.String() });

/**
 * Takes a visitor's rating of an ended chat, authorized by its participant token. It is REST because the
 * chat's socket is closed by then. Register it within `website-access`.
 */
export const surveyRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { contacts, participants, widgets, clock } = core;

  app.post(
    '/',
    { schema: { tags: ['widgets'], params, body: SurveyInputSchema, response: { 200: SurveyAnswerSchema } } },
    async (request) => {
      const { widgetId } = request.params;
      const from = { widgetId, address: addressKey(request.ip) };
      const { contactId } = await participants.open(from, bearerOf(request));
      const kind = (await widgets.get(widgetId))?.value.survey.kind ?? 'OFF';
      if (kind === 'OFF') throw new ServiceError('SURVEY_DISABLED');
      const { clientToken, rating, comment = '' } = request.body;
      const survey = { kind, rating, comment: comment.trim() };
      const { state } = await contacts.run(contactId, {
        type: 'rate',
        now: clock.now(),
        clientToken,
        survey,
      });
      return surveyAnswer(state)!;
    },
  );
};
