import type { ContactCard } from '../../shared/protocol/agent-frames.js';
import type { ContactState } from '../contact/contact-state.js';
import { surveyAnswer } from '../contact/survey-answer.js';

/** A contact as an agent sees it. */
export const contactCard = (state: ContactState): ContactCard => ({
  contactId: state.contactId,
  customer: {
    participantId: state.participantId,
    displayName: state.participants[state.participantId]!.displayName,
  },
  attributes: state.attributes,
  page: state.page,
  queueId: state.targetQueueId,
  leftMessage: state.isLeftMessage,
  survey: surveyAnswer(state),
  startedAt: new Date(state.startedAt).toISOString(),
});
