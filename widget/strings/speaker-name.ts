import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Strings } from './en.js';

/** What somebody else who speaks is called. The name that the log has for what nobody wrote is for programs. */
export const speakerName = ({ participantRole, displayName }: TranscriptItem, strings: Strings): string =>
  participantRole === 'SYSTEM' ? strings.automatic : (displayName ?? '');
