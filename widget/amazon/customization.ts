import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { Customization } from '../configuration/customise.js';

type Group = Record<string, unknown>;
const group = (value: unknown, name: string): Group =>
  ((value as Record<string, unknown> | null | undefined)?.[name] as Group | undefined) ?? {};
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Removes members without a value, so that they do not override others. */
function present<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}

/** Converts Amazon Connect's `customDisplayNames`. */
export function fromDisplayNames(value: unknown): Customization {
  const { headerMessage, logoUrl } = group(value, 'header');
  const { textInputPlaceholder, endChatButtonText, closeChatButtonText } = group(value, 'footer');
  return {
    theme: present({ logoUrl: text(logoUrl) }),
    texts: {
      ...present({ title: text(headerMessage) as string }),
      labels: present({
        placeholder: text(textInputPlaceholder) as string,
        endChat: text(endChatButtonText) as string,
        closeChat: text(closeChatButtonText) as string,
      }),
    },
  };
}

/** Converts Amazon Connect's `customizationObject`. */
export function fromCustomizationObject(value: unknown): Customization {
  const { hideTranscriptDownloadButton } = group(value, 'header');
  const transcript = group(value, 'transcript');
  const { disableEmojiPicker, disableCustomerAttachments, hide } = group(value, 'composer');
  const { participantJoined, participantLeft, chatEnded } = group(transcript, 'eventMessages');
  const { rejectedErrorMessage } = group(value, 'attachment');
  const endChat = group(value, 'endChat');
  const question = group(endChat, 'confirmationDialogText');
  const not = (flag: unknown): boolean | undefined => (typeof flag === 'boolean' ? !flag : undefined);
  const message = text(question.message) ?? text(question.title);
  return {
    features: present({
      transcript: not(hideTranscriptDownloadButton) as boolean,
      names: not(transcript.hideDisplayNames) as boolean,
      emoji: not(disableEmojiPicker) as boolean,
      attachments: not(disableCustomerAttachments) as boolean,
      composer: not(hide) as boolean,
      confirmEnd: endChat.enableConfirmationDialog as boolean,
    }),
    texts: {
      labels: present({
        joined: text(participantJoined) as string,
        left: text(participantLeft) as string,
        ended: text(chatEnded) as string,
        endQuestion: message as string,
        endChat: text(question.confirmButtonText) as string,
        cancel: text(question.cancelButtonText) as string,
        fileRefused: text(rejectedErrorMessage) as string,
      }),
    },
    names: byRole(group(transcript, 'eventNames'), {
      customer: 'CUSTOMER',
      agent: 'AGENT',
      supervisor: 'SUPERVISOR',
    }),
    ...(transcript.displayIcons === true && {
      pictures: byRole(group(transcript, 'iconSources'), {
        botMessage: 'CUSTOM_BOT',
        systemMessage: 'SYSTEM',
        agentMessage: 'AGENT',
        customerMessage: 'CUSTOMER',
      }),
    }),
  };
}

function byRole(
  given: Group,
  roles: Record<string, ParticipantRole>,
): Partial<Record<ParticipantRole, string>> {
  const found: Partial<Record<ParticipantRole, string>> = {};
  for (const [name, role] of Object.entries(roles)) {
    const value = text(given[name]);
    if (value) found[role] = value;
  }
  return found;
}

/** Merges two customizations, group by group; the second one wins. */
export const mergeCustomizations = (one: Customization = {}, other: Customization = {}): Customization => ({
  theme: { ...one.theme, ...other.theme },
  texts: { ...one.texts, ...other.texts, labels: { ...one.texts?.labels, ...other.texts?.labels } },
  features: { ...one.features, ...other.features },
  names: { ...one.names, ...other.names },
  pictures: { ...one.pictures, ...other.pictures },
});
