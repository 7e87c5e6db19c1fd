// Why: several edges act once a chat has ended, and a socket receives many other frames until then.
import { contentTypes } from '../../shared/content-types.js';
import type { Frames } from './frames.js';

/** Waits until a socket has received the end of the chat. */
export async function hearEnd(frames: Frames): Promise<void> {
  for (;;) {
    const { item } = (await frames.next('item')) as { item?: { contentType: string } };
    if (item?.contentType === contentTypes.ended) return;
  }
}
