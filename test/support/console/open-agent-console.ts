/**
 * Opens an agent console with a fake service and a fake socket. Frames are identified by number: `contactFrame(3)` is
 * about `contact-3`. Extend it with what else a console needs.
 */
import { fixture, html } from '@open-wc/testing';
import { AgentSession } from '../../../console/agent/session/agent-session.js';
import '../../../console/agent/define.js';
import type { AgentConsole } from '../../../console/agent/pages/agent-console.js';
import type { AgentDesk } from '../../../console/agent/elements/desk/agent-desk.js';
import { createTestEnvironment } from '../client/test-environment.js';
import { card, ownId } from './agent-fixtures.js';
import { createFakeService } from './fake-service.js';
import { deepAll, settle, textOf } from './press.js';
import { createTestStorage } from './test-storage.js';

/** The account that is signed in. */
export const maria = { agentId: 'a1', username: 'maria', displayName: 'Maria', role: 'agent' };
/** Creates a frame about a contact. */
export const about = (number: number, frame: object) => ({ contactId: `contact-${number}`, ...frame });

export async function openConsole({
  identity = maria,
  storage = createTestStorage(),
  sharedStorage = createTestStorage(),
}: { identity?: object; storage?: Storage; sharedStorage?: Storage } = {}) {
  const environment = createTestEnvironment();
  const service = createFakeService({ 'GET /api/session': identity });
  const rings: boolean[] = [];
  const sounds = {
    isMuted: false,
    setMuted: () => undefined,
    ring: (isRinging: boolean) => void rings.push(isRinging),
    message: () => undefined,
    destroy: () => undefined,
  };
  const page = await fixture<AgentConsole>(
    html`<connect-chat-agent-console
      .request=${service.request}
      .storage=${storage}
      .sharedStorage=${sharedStorage}
      .sounds=${sounds}
      .createSession=${(memory: never) =>
        new AgentSession({ serviceUrl: 'https://chat.example', memory, environment })}
    ></connect-chat-agent-console>`,
  );
  await settle();
  const hear = async (...frames: object[]): Promise<void> => {
    for (const frame of frames) environment.socket.say(frame);
    await settle();
  };
  const root = () => page.shadowRoot!;
  return {
    page,
    root,
    environment,
    service,
    hear,
    rings,
    storage,
    sharedStorage,
    text: () => textOf(root()),
  };
}
/** Opens the desk of an agent who is available and looks at it. */
export async function openDesk(options: Parameters<typeof openConsole>[0] = {}) {
  const opened = await openConsole(options);
  opened.environment.socket.open();
  const { agentId, username, displayName } = maria;
  await opened.hear({ type: 'welcome', agentId, username, displayName, status: 'AVAILABLE', contactIds: [] });
  const desk = deepAll<AgentDesk>(opened.root(), 'connect-chat-agent-desk')[0]!;
  // Only one of several pages in a browser has the focus.
  desk.isAttended = () => true;
  return { ...opened, desk };
}
/** Creates the frame of a chat of this agent. */
export const contactFrame = (number: number, change: object = {}) => ({
  type: 'contact',
  contact: card(number, change),
  participantId: ownId,
  lastSeq: 0,
  after: 0,
});
/** Creates the frame of an offer. */
export const offerFrame = (number: number, change: object = {}) => ({
  type: 'offer',
  contact: card(number),
  firstMessage: 'Where is my parcel?',
  latestMessage: 'Where is my parcel?',
  messageCount: 1,
  ringMilliseconds: 20_000,
  ...change,
});
