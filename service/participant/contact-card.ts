import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { ContactCard } from '../../shared/contact-card.js';
import type { ContactState } from '../contact/contact-state.js';
import { absoluteTime } from '../contact/absolute-time.js';
import { surveyAnswer } from '../contact/survey-answer.js';

/** A contact as an agent sees it; `questions` are its widget's pre-chat questions. */
export const contactCard = (state: ContactState, questions: readonly PreChatField[]): ContactCard => ({
  contactId: state.contactId,
  customer: {
    participantId: state.participantId,
    displayName: state.participants[state.participantId]!.displayName,
    goneSince: state.goneSince === null ? null : absoluteTime(state.goneSince),
  },
  attributes: state.attributes,
  questions: questions.map(({ name, label, type }) => ({ name, label, type })),
  page: state.page,
  queueId: state.targetQueueId,
  leftMessage: state.isLeftMessage,
  longMessages: state.longMessages,
  survey: surveyAnswer(state),
  startedAt: new Date(state.startedAt).toISOString(),
});
