import type { ChatEars, ChatsAsked, RunningSubject } from './subject.js';

/** Chats of which each says the next thing as soon as the last one was acknowledged and delivered. */
export interface ClosedLoop {
  /** Until the server is as fast as it gets: V8 optimises by how often a function ran, not for how long. */
  warmUp(): Promise<void>;
  /** Lets all chats speak for so long. */
  run(milliseconds: number): Promise<Throughput>;
  close(): void;
}

export interface Throughput {
  /** Messages a second. */
  rate: number;
  /** Microseconds of the server's processor for each message. */
  processor: number;
}

const warmUpMessages = 40_000;

export async function openClosedLoop(subject: RunningSubject, asked: ChatsAsked): Promise<ClosedLoop> {
  /** What each chat still waits for: acknowledgement and delivery. */
  const missing = new Uint8Array(asked.chats);
  let isOver = true;
  let done = 0;
  let underWay = 0;
  let allDone = (): void => undefined;

  const hear = (chat: number): void => {
    if ((missing[chat]! -= 1) > 0) return;
    done += 1;
    underWay -= 1;
    if (!isOver) return speak(chat);
    if (underWay === 0) allDone();
  };
  const ears: ChatEars = { acknowledged: hear, delivered: hear };
  const chats = await subject.openChats(asked, ears);
  const speak = (chat: number): void => {
    missing[chat] = 2;
    underWay += 1;
    chats.say(chat);
  };

  const run = async (milliseconds: number): Promise<Throughput> => {
    isOver = false;
    done = 0;
    const [before, from] = [subject.process.processorTime(), performance.now()];
    for (let chat = 0; chat < asked.chats; chat += 1) speak(chat);
    await new Promise<void>((resolve) => {
      allDone = resolve;
      setTimeout(() => (isOver = true), milliseconds);
    });
    const seconds = (performance.now() - from) / 1000;
    return { rate: done / seconds, processor: (subject.process.processorTime() - before) / done };
  };

  return {
    run,
    async warmUp() {
      for (let said = 0; said < warmUpMessages; said += done) await run(500);
    },
    close: () => chats.close(),
  };
}
