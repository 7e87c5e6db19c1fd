import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { transcriptEvents } from '../../../shared/transcript-events.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { transcriptText } from '../../../service/routes/transcript-text.js';

const event = (contentType: string): TranscriptItem => ({
  ...{ seq: 1, id: 'k1.1', type: 'EVENT', contentType, content: null },
  ...{ participantId: 'p1', participantRole: 'AGENT', displayName: 'Ada' },
  absoluteTime: '2026-06-01T12:00:00.000Z',
});

const texts = suite('transcriptText');
for (const contentType of Object.values(transcriptEvents))
  texts(`has a sentence for ${contentType}`, () => {
    assert.match(transcriptText([event(contentType)]), /^2026-06-01T12:00:00.000Z (Ada|The chat) \w+\n$/);
  });
texts.run();
