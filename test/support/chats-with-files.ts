// Why: before a file can be sent, there must be a chat with an agent. Extend with further preparations.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import type { Frames } from './frames.js';
import { publicUrl, shop, type TestApp } from './test-app.js';

export const newToken = (): string => randomBytes(24).toString('base64url');

export interface Chat {
  frames: Frames;
  widgetId: string;
  contactId: string;
  participantToken: string;
  /** The address of the customer's uploads. */
  url: string;
}

export async function startChat(test: TestApp, widgetId: string): Promise<Chat> {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: newToken(), displayName: 'Cleo' });
  const { contactId, participantToken } = await frames.next('started');
  return { frames, widgetId, contactId, participantToken, url: `/widgets/${widgetId}/attachments` };
}

export interface Agent {
  frames: Frames;
  cookie: string;
  agentId: string;
}

/** An agent who accepts the next offer. */
export async function agentOn(test: TestApp, contactId: string, username = 'ada'): Promise<Agent> {
  const { agentId, cookie } = await test.createAgent(username);
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('offer');
  frames.say({ type: 'accept', contactId });
  await frames.next('contact');
  return { frames, cookie, agentId };
}

export interface Sent {
  name?: string;
  content?: Buffer | string;
  headers?: Record<string, string>;
}
const headersOf = ({ name = 'note.txt', headers = {} }: Sent): Record<string, string> => ({
  'content-type': 'application/octet-stream',
  'x-attachment-name': encodeURIComponent(name),
  ...headers,
});

export const uploadAsCustomer = (
  test: TestApp,
  chat: Chat,
  sent: Sent = {},
): Promise<LightMyRequestResponse> =>
  test.inject({
    method: 'POST',
    url: chat.url,
    headers: { origin: shop, authorization: `Bearer ${chat.participantToken}`, ...headersOf(sent) },
    payload: sent.content ?? 'hello',
  });

export const uploadAsAgent = (
  test: TestApp,
  contactId: string,
  cookie: string,
  sent: Sent = {},
): Promise<LightMyRequestResponse> =>
  test.inject({
    method: 'POST',
    url: `/api/contacts/${contactId}/attachments`,
    headers: { origin: publicUrl, cookie, ...headersOf(sent) },
    payload: sent.content ?? 'hello',
  });

export const idOf = (response: LightMyRequestResponse): string =>
  response.json<{ attachmentId: string }>().attachmentId;

/** Uploads a file as the customer and posts it. Returns the attachment's id. */
export async function sendAsCustomer(test: TestApp, chat: Chat, sent: Sent = {}): Promise<string> {
  const attachmentId = idOf(await uploadAsCustomer(test, chat, sent));
  chat.frames.say({ type: 'attachment', clientToken: newToken(), attachmentId });
  await chat.frames.next('ack');
  return attachmentId;
}

/** The names of all stored attachment files. */
export const filesOf = ({ dataDir }: TestApp): string[] =>
  readdirSync(join(dataDir, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
