// Why: several edges do something once a chat is over, and a socket hears of much else until then.
import { contentTypes } from '../../shared/content-types.js';
import type { Frames } from './frames.js';

/** Waits until a socket has heard that the chat is over. */
export async function hearEnd(frames: Frames): Promise<void> {
  for (;;) {
    const { item } = (await frames.next('item')) as { item?: { contentType: string } };
    if (item?.contentType === contentTypes.ended) return;
  }
}
