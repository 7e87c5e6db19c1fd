// Why: the store of attachments must work with a server that others wrote, signatures included. This is OpenStack Swift
// with its S3 API, in a folder that goes with the test file. Extend with what a test does to it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hasSwift, swiftMissing } from '../../../scripts/swift.mjs';
import { systemClock } from '../../../service/clock.js';
import { Bucket, type BucketOptions } from '../../../service/backend/s3/bucket.js';
import { freePort } from '../free-port.js';

export interface S3Server {
  endpoint: string;
  /** A new bucket, and the key that opens it. */
  createBucket(): Promise<BucketOptions & { endpoint: string }>;
}

/** The parts of Swift: each is a server of its own. */
const stores = ['account', 'container', 'object'] as const;
const user = { accessKeyId: 'test:tester', secretAccessKey: 'testing', region: 'us-east-1' };
const startsWithin = 240_000;

const children = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

let started: Promise<S3Server> | null = null;

/** The store of this test file. It ends with the test process. */
export const sharedS3 = (): Promise<S3Server> => (started ??= startS3());

async function startS3(): Promise<S3Server> {
  if (!hasSwift()) throw new Error(swiftMissing);
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-swift-'));
  folders.add(folder);
  mkdirSync(join(folder, 'devices/disk'), { recursive: true });
  const ports = Object.fromEntries(
    await Promise.all(stores.map(async (store) => [store, await freePort()] as const)),
  );
  makeRings(folder, ports);
  for (const store of stores) run(folder, store, storeConfiguration(folder, store, ports[store]!));
  const port = await freePort();
  run(folder, 'proxy', proxyConfiguration(folder, port));
  for (const each of [...Object.values(ports), port]) await listening(each);
  const endpoint = `http://127.0.0.1:${port}`;
  let buckets = 0;
  return {
    endpoint,
    async createBucket() {
      buckets += 1;
      const options = { ...user, bucket: `bucket-${buckets}`, endpoint, clock: systemClock };
      // The request that creates a bucket is a PUT of the empty key.
      await new Bucket(options).create();
      return options;
    },
  };
}

/** Which store is where: 2^1 partitions, one copy of each. One process makes all of them, because Swift loads slowly. */
function makeRings(folder: string, ports: Record<string, number>): void {
  const script = `
import json, sys
from swift.common.ring import RingBuilder
for name, port in json.loads(sys.argv[1]).items():
    builder = RingBuilder(1, 1, 0)
    builder.add_dev(dict(id=0, region=1, zone=1, weight=1, ip='127.0.0.1', port=port,
        replication_ip='127.0.0.1', replication_port=port, device='disk', meta=''))
    builder.rebalance()
    builder.get_ring().save(name + '.ring.gz')
`;
  const words = ['-c', script, JSON.stringify(ports)];
  const made = spawnSync('/usr/bin/python3', words, { cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The rings of OpenStack Swift were not made: ${made.stderr}`);
}

const commonConfiguration = (folder: string, port: number): string => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
user = ${process.getuid?.() === 0 ? 'root' : process.env.USER}
swift_dir = ${folder}
workers = 0
`;

const storeConfiguration = (folder: string, store: string, port: number): string =>
  `${commonConfiguration(folder, port)}devices = ${join(folder, 'devices')}
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = ${store}-server
[app:${store}-server]
use = egg:swift#${store}
`;

/** The cache is required, but its server isn't. */
const proxyConfiguration = (folder: string, port: number): string =>
  `${commonConfiguration(folder, port)}[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats bulk s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${['catch_errors', 'gatekeeper', 'listing_formats', 'bulk', 'slo'].map((each) => `[filter:${each}]\nuse = egg:swift#${each}\n`).join('')}[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:s3api]
use = egg:swift#s3api
location = ${user.region}
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = ${user.secretAccessKey} .admin
`;

function run(folder: string, name: string, configuration: string): void {
  const file = join(folder, `${name}.conf`);
  writeFileSync(file, configuration);
  const child = spawn(`swift-${name}-server`, [file], { cwd: folder, stdio: 'ignore' });
  child.unref();
  children.add(child);
}

async function listening(port: number): Promise<void> {
  for (const from = performance.now(); performance.now() - from < startsWithin; await setTimeout(50)) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', () => resolve(false)).once('connect', () => resolve(true));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
  }
  throw new Error('OpenStack Swift did not start.');
}
