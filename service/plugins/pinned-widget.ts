import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { ServiceError } from '../errors.js';
import { publicFolder } from './public-folder.js';
import { keepRelease, readWidgetRelease, type WidgetRelease } from './widget-release.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** The widget's scripts of this build, for websites that pin a version. */
    widgetRelease(): Promise<WidgetRelease>;
  }
}

/** The folder in the data folder with the widget's scripts of this release and of earlier ones. */
const folderName = 'widget-releases';

export interface PinnedWidgetOptions {
  dataDir: string;
  /** The public files of the build. */
  from?: string;
}

/**
 * Serves every release of the widget's scripts that this data folder has seen, below `/v/<version>/`. Their content
 * never changes, so a website may name them with their hashes, and keeps what it has tested until it names others.
 */
export const pinnedWidget = fp(
  async (app: FastifyInstance, { dataDir, from = publicFolder }: PinnedWidgetOptions) => {
    // Tests without a build serve no scripts at all.
    const isBuilt = existsSync(join(from, 'connect-chat-widget.js'));
    let release: Promise<WidgetRelease> | undefined;
    const read = async (): Promise<WidgetRelease> => {
      if (!isBuilt) throw new ServiceError('ROUTE_NOT_FOUND');
      return (release ??= readWidgetRelease(from, await readReleaseNumber()));
    };
    app.decorate('widgetRelease', read);
    if (!isBuilt) return;
    const releases = join(dataDir, folderName);
    await mkdir(releases, { recursive: true });
    await app.register(fastifyStatic, {
      root: releases,
      prefix: '/v/',
      decorateReply: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders(reply) {
        void reply.header('cache-control', 'public, max-age=31536000, immutable');
        void reply.header('access-control-allow-origin', '*');
      },
    });
    app.addHook('onReady', async () => {
      try {
        await keepRelease(await read(), { from, releases });
      } catch (error) {
        app.log.warn(
          { err: error },
          'the scripts of this release could not be kept for websites that pin it',
        );
      }
    });
  },
  { name: 'pinned-widget' },
);

/** package.json is above the built service, and above its sources. */
async function readReleaseNumber(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
