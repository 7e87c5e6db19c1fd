import { newToken } from '../support/chats-with-files.js';
import type { AnyFrame, Frames } from '../support/frames.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { contentTypes } from '../../shared/content-types.js';
import { takeAll, untilSo, type JumpingService } from './jumping-service.js';

type Role = 'CUSTOMER' | 'AGENT';

/** One chat: what was sent in it, and what each side has seen of the other. */
export interface JumpingChat {
  contactId: string;
  visitor: Frames;
  agent: JumpingAgent | null;
  said: Record<Role, string[]>;
  seen: Record<Role, string[]>;
  isOver: boolean;
}
export interface JumpingAgent {
  frames: Frames;
  /** The agent's reaction to each offered contact. */
  answers: Map<string, 'accept' | 'decline' | 'ignore'>;
}

const chatsAtOnce = 16;
const messagesASecond = 4;

/**
 * Visitors and agents who chat, start, end, decline and miss while the wall clock of their service is set.
 */
export class JumpingChats {
  readonly chats: JumpingChat[] = [];
  /** Refusals; there must be none. */
  readonly errors: AnyFrame[] = [];
  readonly #service: JumpingService;
  readonly #widgetId: string;
  readonly #agents: JumpingAgent[] = [];
  /** Client tokens of messages that are not acknowledged yet. */
  readonly #sending = new Set<string>();
  #said = 0;
  #acceptsAll = false;

  private constructor(service: JumpingService, widgetId: string) {
    this.#service = service;
    this.#widgetId = widgetId;
  }

  static async open(service: JumpingService): Promise<JumpingChats> {
    const chats = new JumpingChats(service, await service.test.createWidget());
    for (const name of ['ada', 'grace']) {
      const { cookie } = await service.test.createAgent(name, { maxChats: 20 });
      const frames = await service.test.agent(cookie);
      frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
      await frames.next('welcome');
      chats.#agents.push({ frames, answers: new Map() });
    }
    return chats;
  }

  get said(): number {
    return this.#said;
  }

  /**
   * Advances the time by a second. Sends some messages, and sets the clock repeatedly while they are in
   * transit.
   */
  async second(): Promise<void> {
    const { clock, random } = this.#service;
    clock.pass(1_000);
    const open = this.chats.filter(({ isOver }) => !isOver);
    if (open.length < chatsAtOnce) await this.#start();
    else if (random.next() < 0.2) await this.#end(random.pick(open));
    for (let count = 0; count < messagesASecond; count += 1) this.#sayNext();
    await this.#settle();
  }

  /** Waits until every chat has an agent, and both sides of every chat send one more message. */
  async finish(): Promise<void> {
    this.#acceptsAll = true;
    for (const { answers } of this.#agents) answers.clear();
    const open = () => this.chats.filter(({ isOver }) => !isOver);
    // Two minutes, because an agent who declined gets another offer after one.
    for (let second = 0; second < 120 && open().some(({ agent }) => !agent); second += 1) {
      this.#service.clock.pass(1_000);
      // Offers are still on their way to the log and to the agent. A message from everybody moves them on.
      for (const chat of open()) this.#say(chat, 'CUSTOMER');
      await this.#settle();
    }
    for (const chat of open()) {
      this.#say(chat, 'CUSTOMER');
      this.#say(chat, 'AGENT');
    }
    await this.#settle();
  }

  /** The stored transcript of a chat. */
  async stored({ contactId }: JumpingChat): Promise<TranscriptItem[]> {
    const response = await this.#service.test.rest('GET', `/api/contacts/${contactId}/transcript`);
    return response.json<{ items: TranscriptItem[] }>().items;
  }

  async #start(): Promise<void> {
    const visitor = await this.#service.test.customer(this.#widgetId);
    visitor.say({ type: 'start', clientToken: newToken(), displayName: 'Cleo' });
    const { contactId } = await this.#service.during('a chat starts', visitor.next('started'));
    const nothing = (): Record<Role, string[]> => ({ CUSTOMER: [], AGENT: [] });
    this.chats.push({ contactId, visitor, agent: null, said: nothing(), seen: nothing(), isOver: false });
  }

  async #end(chat: JumpingChat): Promise<void> {
    chat.visitor.say({ type: 'end' });
    await untilSo('a chat is over', async () => {
      await this.#hear();
      return chat.isOver;
    });
  }

  #sayNext(): void {
    const { random } = this.#service;
    const open = this.chats.filter(({ isOver }) => !isOver);
    const chat = random.pick(open);
    this.#say(chat, chat.agent && random.next() < 0.5 ? 'AGENT' : 'CUSTOMER');
  }

  #say(chat: JumpingChat, role: Role): void {
    const content = `${(this.#said += 1)} by ${role}`;
    const clientToken = newToken();
    const message = { type: 'message', clientToken, contentType: 'text/plain', content };
    this.#sending.add(clientToken);
    chat.said[role].push(content);
    if (role === 'CUSTOMER') chat.visitor.say(message);
    else chat.agent!.frames.say({ ...message, contactId: chat.contactId });
  }

  /** Waits until everything sent is acknowledged, and both sides have seen it. */
  async #settle(): Promise<void> {
    await untilSo('everything is acknowledged and seen', async () => {
      this.#service.jump();
      await this.#hear();
      return this.#sending.size === 0 && this.chats.every(isSeen);
    });
  }

  async #hear(): Promise<void> {
    for (const chat of this.chats)
      if (hasNews(chat.visitor))
        for (const frame of await takeAll(chat.visitor)) this.#hearAsVisitor(chat, frame);
    for (const agent of this.#agents)
      if (hasNews(agent.frames))
        for (const frame of await takeAll(agent.frames)) this.#hearAsAgent(agent, frame);
  }

  #hearAsVisitor(chat: JumpingChat, frame: AnyFrame): void {
    if (frame.type === 'item') {
      if (frame.item.contentType === contentTypes.ended) chat.isOver = true;
      see(chat, 'CUSTOMER', frame.item);
    } else this.#hearAny(chat.visitor, frame);
  }

  #hearAsAgent(agent: JumpingAgent, frame: AnyFrame): void {
    const chat = this.chats.find(
      ({ contactId }) => contactId === (frame.contactId ?? frame.contact?.contactId),
    );
    switch (frame.type) {
      case 'item':
        return see(chat!, 'AGENT', frame.item);
      case 'contact':
        chat!.agent = agent;
        return;
      case 'offer':
        return this.#answer(agent, frame.contact.contactId);
      case 'offer-closed':
        return void agent.answers.delete(frame.contactId);
      case 'status':
        if (frame.status === 'MISSED') agent.frames.say({ type: 'status', status: 'AVAILABLE' });
        return;
      default:
        return this.#hearAny(agent.frames, frame);
    }
  }

  #hearAny(frames: Frames, frame: AnyFrame): void {
    if (frame.type === 'ack') this.#sending.delete(frame.clientToken);
    if (frame.type === 'ping') frames.say({ type: 'pong' });
    // An answer at the moment at which the ring ends is too late.
    if (frame.type === 'error' && frame.code !== 'OFFER_GONE') this.errors.push(frame);
  }

  /** An offer is sent again when its customer writes, and is answered once. */
  #answer(agent: JumpingAgent, contactId: string): void {
    if (agent.answers.has(contactId)) return;
    const drawn = this.#service.random.next();
    const answer = this.#acceptsAll || drawn < 0.8 ? 'accept' : drawn < 0.9 ? 'decline' : 'ignore';
    agent.answers.set(contactId, answer);
    if (answer !== 'ignore') agent.frames.say({ type: answer, contactId });
  }
}

const hasNews = (frames: Frames): boolean => frames.unread().length > 0;

/** Records messages of others only. */
function see(chat: JumpingChat, viewer: Role, { type, participantRole, content }: TranscriptItem): void {
  if (type === 'MESSAGE' && participantRole !== viewer && participantRole !== 'SYSTEM')
    chat.seen[viewer].push(content!);
}

/**
 * Whether each side has seen everything that the other has sent. Nobody sees a chat before there is an agent.
 */
const isSeen = ({ agent, said, seen }: JumpingChat): boolean =>
  seen.CUSTOMER.length >= said.AGENT.length && (!agent || seen.AGENT.length >= said.CUSTOMER.length);
