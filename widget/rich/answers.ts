import { contentTypes } from '../../shared/content-types.js';
import * as clientLimits from '../../shared/client-limits.js';
import type { Carousel, Choice, ListPicker, Panel, QuickReply, TimeSlot } from './parse-interactive.js';

/** The content that is sent for a choice, as Amazon's own widget sends it (amazon-connect-chat-interface). */
export interface Answer {
  contentType: string;
  content: string;
}

const text = (content: string): Answer => ({
  contentType: contentTypes.plain,
  content: content.slice(0, clientLimits.messageCharacters),
});
const response = (content: object): Answer => ({
  contentType: contentTypes.interactiveResponse,
  content: JSON.stringify(content),
});

export const timeAnswer = ({ date }: TimeSlot): Answer => text(date);

/** Returns the choice's title; in a carousel with its card, and for a long list a request for the next page. */
export function choiceAnswer(
  choice: Choice,
  template: ListPicker | Panel | QuickReply,
  carousel: Carousel | null,
): Answer {
  const { type: templateType, identifier: templateIdentifier, title: listTitle, position } = template;
  if (choice.paging) {
    const data = { actionName: choice.title, ...position, templateType };
    return response({ version: '1.0', data, action: choice.paging });
  }
  if (!carousel) return text(choice.title);
  return response({
    templateIdentifier,
    ...(!carousel.omitsTitle && { listTitle }),
    selectionText: choice.title,
  });
}
