import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Strings } from './en.js';

/** The displayed name of another participant. Automatic messages have a name for programs in the log. */
export const speakerName = ({ participantRole, displayName }: TranscriptItem, strings: Strings): string =>
  participantRole === 'SYSTEM' ? strings.automatic : (displayName ?? '');
