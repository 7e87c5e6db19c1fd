// Why: the configurations in deploy/ are tried with the real proxies, on free ports. Extend with another proxy.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findTool, toolMissing } from '../../../scripts/deploy-tools.mjs';
import { temporaryFolder } from '../temporary-folder.js';

export interface Proxy {
  url: string;
  close(): Promise<void>;
}
export interface ProxyOptions {
  port: number;
  /** The ports of the processes. */
  targets: readonly number[];
}
interface Started {
  words: string[];
  environment?: Record<string, string>;
  scheme: 'http' | 'https';
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

const configuration = (name: string): string =>
  readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8');

/** How each proxy is started with the file that operators get. */
export const proxies: Record<'nginx' | 'haproxy', (folder: string, options: ProxyOptions) => Started> = {
  nginx(folder, { port, targets }) {
    const certificate = join(folder, 'chat.pem');
    const key = join(folder, 'chat.key');
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', ...subject, '-keyout', key, '-out', certificate],
      { stdio: 'ignore' },
    );
    const text = replaceAll(configuration('nginx.conf'), {
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      '127.0.0.1:8081': `127.0.0.1:${targets[0]}`,
      '127.0.0.1:8082': `127.0.0.1:${targets[1]}`,
      '/etc/ssl/chat.example.com.pem': certificate,
      '/etc/ssl/chat.example.com.key': key,
    });
    writeFileSync(join(folder, 'chat.conf'), text);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const main = join(folder, 'nginx.conf');
    writeFileSync(
      main,
      `daemon off; pid ${join(folder, 'nginx.pid')}; error_log stderr warn; worker_processes 1;
      events { worker_connections 1024; }
      http { access_log off; ${places.join(' ')} include ${join(folder, 'chat.conf')}; }`,
    );
    return { words: ['-p', folder, '-c', main], scheme: 'https' };
  },
  haproxy(folder, { port, targets }) {
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(file, configuration('haproxy.cfg'));
    const [one, two, three = two] = targets.map((target) => `127.0.0.1:${target}`);
    const environment = {
      CHAT_BIND: `127.0.0.1:${port}`,
      CHAT_ONE: one!,
      CHAT_TWO: two!,
      CHAT_THREE: three!,
    };
    return { words: ['-db', '-f', file], environment, scheme: 'http' };
  },
};

function replaceAll(text: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration has no ${JSON.stringify(from)}.`);
    return changed.replaceAll(from, to);
  }, text);
}

/** Starts a proxy with the configuration in deploy/. Rejects with what to install where it is missing. */
export async function runProxy(name: keyof typeof proxies, options: ProxyOptions): Promise<Proxy> {
  const program = findTool(name);
  if (!program) throw new Error(toolMissing(name));
  const { words, environment, scheme } = proxies[name](temporaryFolder(), options);
  const child = spawn(program, words, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let printed = '';
  child.stderr.on('data', (data) => (printed += String(data)));
  child.once('exit', () => running.delete(child));
  while (!(await accepts(options.port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended:\n${printed}`);
    await setTimeout(20);
  }
  return {
    url: `${scheme}://localhost:${options.port}`,
    async close() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
