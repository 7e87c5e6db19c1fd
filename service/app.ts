import { randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import pino from 'pino';
import { limits } from '../shared/limits.js';
import { answerClientError } from './answer-client-error.js';
import { createPasswords, type Passwords } from './auth/passwords.js';
import type { Backend, OnCommit } from './backend/backend.js';
import { systemClock, type Clock } from './clock.js';
import { openCore, type Core } from './core.js';
import { sockets } from './gateway/sockets.js';
import { createMetrics } from './metrics/metrics.js';
import { accessLog } from './plugins/access-log.js';
import { audit } from './plugins/audit.js';
import { bodyPlaces } from './plugins/body-places.js';
import { bodyTime } from './plugins/body-time.js';
import { checkRequests } from './plugins/check-requests.js';
import { compileAnswers } from './plugins/compile-answers.js';
import { errorAnswers } from './plugins/error-answers.js';
import { forwardedWarning } from './plugins/forwarded-warning.js';
import { jsonBodies } from './plugins/json-bodies.js';
import { oneHost } from './plugins/one-host.js';
import { pageHeaders } from './plugins/page-headers.js';
import { pinnedWidget } from './plugins/pinned-widget.js';
import { staffAccess } from './plugins/staff-access.js';
import { staticFiles } from './plugins/static-files.js';
import { websiteAccess } from './plugins/website-access.js';
import { agentRoutes } from './routes/agents.js';
import { apiDocsRoutes } from './routes/api-docs.js';
import { auditLogRoutes } from './routes/audit-log.js';
import { availabilityRoutes } from './routes/availability.js';
import { cannedReplyRoutes } from './routes/canned-replies.js';
import { contactDetailRoutes } from './routes/contact-details.js';
import { contactEndRoutes } from './routes/contact-ends.js';
import { contactExportRoutes } from './routes/contact-exports.js';
import { contactFilterRoutes } from './routes/contact-filters.js';
import { contactIndexRoutes } from './routes/contact-index.js';
import { contactTranscriptRoutes } from './routes/contact-transcripts.js';
import { contactRoutes } from './routes/contacts.js';
import { customerAttachmentRoutes } from './routes/customer-attachments.js';
import { demoRoutes } from './routes/demo.js';
import { flowRoutes } from './routes/flows.js';
import { healthRoutes } from './routes/health.js';
import { metricsRoutes } from './routes/metrics.js';
import { queueRoutes } from './routes/queues.js';
import { retentionRoutes } from './routes/retention.js';
import { statusReasonRoutes } from './routes/status-reasons.js';
import { securityKeyRoutes } from './routes/security-keys.js';
import { sessionRoutes } from './routes/session.js';
import { startPageRoutes } from './routes/start-page.js';
import { snippetRoutes } from './routes/snippet.js';
import { staffAttachmentRoutes } from './routes/staff-attachments.js';
import { surveyRoutes } from './routes/surveys.js';
import { transferTargetRoutes } from './routes/transfer-targets.js';
import { tokenCheckRoutes } from './routes/token-checks.js';
import { widgetActivityRoutes } from './routes/widget-activity.js';
import { widgetConfigurationRoutes } from './routes/widget-configuration.js';
import { widgetHistoryRoutes } from './routes/widget-history.js';
import { widgetRoutes } from './routes/widgets.js';
import type { Settings } from './settings.js';

export interface App {
  app: FastifyInstance;
  core: Core;
}

/** What a backend is opened with. */
export interface BackendOptions {
  clock: Clock;
  logger: FastifyBaseLogger;
  onCommit: OnCommit;
}

/** The dependencies of the service. Tests replace the clock, and the passwords because hashing is slow. */
export interface BuildOptions {
  openBackend: (options: BackendOptions) => Promise<Backend>;
  passwords?: Passwords;
  clock?: Clock;
}

/** For Node's HTTP server; a time of 0 is no limit. */
const serverOptions = ({ headersSeconds }: Settings['limits']) => ({
  maxHeaderSize: limits.headersBytes,
  headersTimeout: (headersSeconds ?? 0) * 1000,
  connectionsCheckingInterval: 5_000,
  // The plugin `one-host` refuses a request without a Host header, with an error code.
  requireHostHeader: false,
});

/** The HTTP server with its limits, without any route. */
const createServer = (settings: Settings): FastifyInstance =>
  Fastify({
    // Standard output is for messages to the operator, so the log goes to standard error.
    logger: { level: settings.logLevel, stream: pino.destination({ fd: 2, sync: true }) },
    logController: new LogController({ disableRequestLogging: true }),
    // An id that a client may choose would not tell requests apart.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    // The plugin `body-time` limits bodies. This limit catches connections that never send a request, and
    // must not be shorter than an upload.
    requestTimeout: (limits.uploadMinutes + 1) * 60_000,
    http: serverOptions(settings.limits),
    clientErrorHandler: answerClientError,
    trustProxy: settings.trustProxy,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });

/** The documents of which the audit log says what members were changed, by route. */
const auditedDocuments = ({ widgets, flows, queues, statusReasons }: Core) => ({
  '/api/widgets/:widgetId': widgets,
  '/api/flows/:flowId': flows,
  '/api/queues/:queueId': queues,
  '/api/status-reasons/:statusReasonId': statusReasons,
});

/** What pages of websites ask for: a widget's configuration, and what its chats need. */
async function websiteRoutes(pages: FastifyInstance, { core }: { core: Core }): Promise<void> {
  await pages.register(websiteAccess, { core });
  await pages.register(widgetConfigurationRoutes, { core });
  await pages.register(availabilityRoutes, { core, prefix: '/widgets/:widgetId/availability' });
  await pages.register(surveyRoutes, { core, prefix: '/widgets/:widgetId/survey' });
  await pages.register(customerAttachmentRoutes, { core, prefix: '/widgets/:widgetId/attachments' });
}

/** Builds the service without listening. All registrations are here, in order. */
export async function buildApp(
  settings: Settings,
  { openBackend, passwords = createPasswords(), clock = systemClock }: BuildOptions,
): Promise<App> {
  const app = createServer(settings);
  const instruments = createMetrics();
  const logger = app.log;
  const backend = await openBackend({ clock, logger, onCommit: instruments.committed });
  const core = await openCore({ backend, settings, clock, passwords, logger, instruments });
  app.addHook('onClose', () => core.close());
  app.setValidatorCompiler(checkRequests);
  app.setSerializerCompiler(compileAnswers);
  const { publicUrl, adminToken } = settings;
  const { staff, ownOrigins } = core;

  await app.register(errorAnswers);
  await app.register(accessLog);
  await app.register(pageHeaders, { publicUrl });
  await app.register(oneHost);
  await app.register(forwardedWarning);
  await app.register(bodyPlaces, { places: core.clientLimits.bodies });
  await app.register(bodyTime, { seconds: settings.limits.bodySeconds });
  await app.register(jsonBodies);
  await app.register(staffAccess, {
    staff,
    ownOrigins,
    adminToken,
    isSecure: publicUrl.startsWith('https:'),
  });
  await app.register(audit, { audit: core.audit, documents: auditedDocuments(core) });
  await app.register(swagger, {
    openapi: {
      info: { title: 'Connect Chat', version: '1' },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
  });
  await app.register(sockets, { core });

  await app.register(pinnedWidget, { dataDir: settings.dataDir });
  await app.register(healthRoutes, { core });
  await app.register(metricsRoutes, { core });
  await app.register(sessionRoutes, { core });
  await app.register(widgetRoutes, { core, prefix: '/api/widgets' });
  await app.register(securityKeyRoutes, { core, prefix: '/api/widgets/:widgetId/keys' });
  await app.register(snippetRoutes, { core, prefix: '/api/widgets/:widgetId/snippet' });
  await app.register(tokenCheckRoutes, { core, prefix: '/api/widgets/:widgetId/token-checks' });
  await app.register(widgetActivityRoutes, { core, prefix: '/api/widgets/:widgetId/activity' });
  await app.register(widgetHistoryRoutes, { core, prefix: '/api/widgets/:widgetId/history' });
  await app.register(flowRoutes, { core, prefix: '/api/flows' });
  await app.register(queueRoutes, { core, prefix: '/api/queues' });
  await app.register(transferTargetRoutes, { core, prefix: '/api/transfer-targets' });
  await app.register(agentRoutes, { core, prefix: '/api/agents' });
  await app.register(auditLogRoutes, { core, prefix: '/api/audit-log' });
  await app.register(retentionRoutes, { core, prefix: '/api/retention' });
  await app.register(statusReasonRoutes, { core, prefix: '/api/status-reasons' });
  await app.register(cannedReplyRoutes, { core, prefix: '/api/canned-replies' });
  await app.register(contactRoutes, { core, prefix: '/api/contacts' });
  await app.register(contactDetailRoutes, { core, prefix: '/api/contacts' });
  await app.register(contactExportRoutes, { core, prefix: '/api/contacts' });
  await app.register(contactFilterRoutes, { core, prefix: '/api/contacts' });
  await app.register(contactIndexRoutes, { core, prefix: '/api/contact-index' });
  await app.register(contactTranscriptRoutes, { core, prefix: '/api/contacts' });
  await app.register(contactEndRoutes, { core, prefix: '/api/contacts' });
  await app.register(staffAttachmentRoutes, { core, prefix: '/api/contacts/:contactId/attachments' });
  await app.register(websiteRoutes, { core });
  await app.register(apiDocsRoutes);

  await app.register(startPageRoutes, { core });
  await app.register(demoRoutes, { core });
  await app.register(staticFiles);
  await core.recover();
  return { app, core };
}
