import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';

/** The visitor decides what the page links to. */
type Visitor =
  { kind: 'nobody-has-an-account' } | { kind: 'signed-out' } | { kind: 'staff'; isAdmin: boolean };

interface Destination {
  href: string;
  name: string;
  about: string;
}

const agentConsole: Destination = { href: '/agent/', name: 'Agent console', about: 'Answer chats.' };
const admin: Destination = {
  href: '/admin/',
  name: 'Admin',
  about: 'Customise your widgets, and get the code for your website.',
};
const samplePage: Destination = {
  href: '/demo/',
  name: 'Sample page',
  about: 'See the chat as your visitors see it.',
};
const rest: Destination = { href: '/api/docs', name: 'REST API', about: 'Configure everything by script.' };

/** `GET /`: leads a new operator to the next step, and others to their pages. Works without scripts. */
export const startPageRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { staff } = core;

  async function visitorOf(session: string | undefined): Promise<Visitor> {
    const account = session === undefined ? null : await staff.authenticate(session);
    if (account) return { kind: 'staff', isAdmin: account.role === 'admin' };
    const hasAccounts = (await staff.list()).length > 0;
    return { kind: hasAccounts ? 'signed-out' : 'nobody-has-an-account' };
  }

  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const visitor = await visitorOf(request.sessionCookie());
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return page(visitor, core.settings.publicUrl);
  });
};

function page(visitor: Visitor, publicUrl: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Connect Chat</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/start.css" />
  </head>
  <body>
    <main>
      <img src="/icon.svg" alt="" width="48" height="48" />
      ${introduction(visitor, publicUrl)}
      <ul>${destinations(visitor).map(listItem).join('')}</ul>
    </main>
  </body>
</html>
`;
}

function introduction({ kind }: Visitor, publicUrl: string): string {
  if (kind === 'nobody-has-an-account')
    return `<h1>Connect Chat is running</h1>
      <p>Next, create your administrator account: open the set-up link from the terminal in which the service was started. It looks like this:</p>
      <p><code>${publicUrl}/setup/#…</code></p>
      <p class="hint">Can’t find it? Restart the service, and it prints a new one.</p>`;
  if (kind === 'signed-out') return '<h1>Connect Chat</h1><p>Where would you like to sign in?</p>';
  return '<h1>Connect Chat</h1>';
}

function destinations(visitor: Visitor): Destination[] {
  if (visitor.kind === 'nobody-has-an-account') return [samplePage];
  if (visitor.kind === 'staff' && !visitor.isAdmin) return [agentConsole, samplePage];
  return [agentConsole, admin, samplePage, rest];
}

const listItem = ({ href, name, about }: Destination): string =>
  `<li><a href="${href}">${name}</a><span>${about}</span></li>`;
