import type { ChatsAsked, RunningSubject } from './subject.js';

/** Chats that each send the next message as soon as the last one was acknowledged and delivered. */
export interface ClosedLoop {
  readonly chats: number;
  /** Runs until the server's code is optimized: V8 optimizes by the number of calls, not by time. */
  warmUp(): Promise<void>;
  /** Runs all chats for this time. */
  run(milliseconds: number): Promise<Throughput>;
  /** Sends one message in one chat. Resolves when it was acknowledged and delivered. */
  say(chat: number): Promise<void>;
  close(): void;
}

export interface Throughput {
  /** Messages per second. */
  rate: number;
  /** Microseconds of the server's processor time per message. */
  processor: number;
}

const warmUpMessages = 40_000;

export async function openClosedLoop(
  subject: Pick<RunningSubject, 'process' | 'openChats'>,
  asked: ChatsAsked,
): Promise<ClosedLoop> {
  /** Pending acknowledgements and deliveries of each chat, oldest first: both sides keep the order. */
  const chats = Array.from({ length: asked.chats }, () => ({
    acknowledged: [] as (() => void)[],
    delivered: [] as (() => void)[],
  }));
  const open = await subject.openChats(asked, {
    acknowledged: (chat) => chats[chat]!.acknowledged.shift()?.(),
    delivered: (chat) => chats[chat]!.delivered.shift()?.(),
  });

  function speak(chat: number, done: () => void): void {
    let missing = 2;
    const hear = (): void => {
      if ((missing -= 1) === 0) done();
    };
    chats[chat]!.acknowledged.push(hear);
    chats[chat]!.delivered.push(hear);
    open.say(chat);
  }

  async function talk(milliseconds: number): Promise<number> {
    let isOver = false;
    let done = 0;
    setTimeout(() => (isOver = true), milliseconds);
    const talkOn = (chat: number): Promise<void> =>
      new Promise((resolve) => {
        const next = (): void => {
          done += 1;
          if (isOver) resolve();
          else speak(chat, next);
        };
        speak(chat, next);
      });
    await Promise.all(chats.map((_, chat) => talkOn(chat)));
    return done;
  }

  return {
    chats: asked.chats,
    async warmUp() {
      for (let said = 0; said < warmUpMessages;) said += await talk(500);
    },
    async run(milliseconds) {
      const [before, from] = [subject.process.processorTime(), performance.now()];
      const done = await talk(milliseconds);
      const seconds = (performance.now() - from) / 1000;
      return { rate: done / seconds, processor: (subject.process.processorTime() - before) / done };
    },
    say: (chat) => new Promise((resolve) => speak(chat, resolve)),
    close: () => open.close(),
  };
}
