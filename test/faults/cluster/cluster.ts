import { setTimeout } from 'node:timers/promises';
import { openBalancer, type Balancer } from '../../support/balancer.js';
import { openLine, type FaultyLine } from '../../support/faulty-line.js';
import { freePort } from '../../support/free-port.js';
import { startReplicatedPostgres, type ReplicatedPostgres } from '../../support/postgres/replicated.js';
import { createService, type ServiceProcess } from '../../support/service-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import type { ClusterFault } from './cluster-plan.js';

const database = 'chat';

/**
 * Processes behind proxies, and a database with a synchronous standby, to which each process has its own faulty way. Visitors
 * and agents have proxies that prefer different processes, so that the two sides of a chat are at different ones.
 */
export class Cluster {
  readonly services: readonly ServiceProcess[];
  readonly visitors: Balancer;
  readonly agents: Balancer;
  readonly postgres: ReplicatedPostgres;
  /** The lines of each process: one to each database server. */
  readonly #lines: readonly FaultyLine[][];

  private constructor(parts: {
    services: readonly ServiceProcess[];
    visitors: Balancer;
    agents: Balancer;
    postgres: ReplicatedPostgres;
    lines: readonly FaultyLine[][];
  }) {
    this.services = parts.services;
    this.visitors = parts.visitors;
    this.agents = parts.agents;
    this.postgres = parts.postgres;
    this.#lines = parts.lines;
  }

  static async start(processes: number, environment: Record<string, string> = {}): Promise<Cluster> {
    const postgres = await startReplicatedPostgres();
    await postgres.primary.run('postgres', `CREATE DATABASE ${database}`);
    const ports = await Promise.all(Array.from({ length: processes }, freePort));
    const urls = ports.map((port) => `http://localhost:${port}`);
    const most = urls.slice(0, Math.max(1, processes - 1));
    const last = urls.slice(most.length);
    const [visitors, agents] = await Promise.all([
      openBalancer({ preferred: most, others: last }),
      openBalancer({ preferred: last.length > 0 ? last : most, others: last.length > 0 ? most : [] }),
    ]);
    const common = { ...environment, DATA_DIR: temporaryFolder(), PUBLIC_URL: agents.url, LOG_LEVEL: 'warn' };
    const lines: FaultyLine[][] = [];
    const services: ServiceProcess[] = [];
    for (const port of ports) {
      const own = await Promise.all(postgres.ports.map((each) => openLine(each)));
      const hosts = own.map(({ url }) => new URL(url).host).join(',');
      lines.push(own);
      const DATABASE_URL = `postgres://postgres@${hosts}/${database}`;
      services.push(await createService({ ...common, DATABASE_URL, PORT: String(port) }));
    }
    const cluster = new Cluster({ services, visitors, agents, postgres, lines });
    // One after the other, as a deploy does it.
    for (const service of services) await service.start();
    return cluster;
  }

  /** Runs a statement in the service's database. */
  run<Row>(text: string): Promise<Row[]> {
    return this.postgres.primary.run<Row>(database, text);
  }

  /** Lets a fault happen. Resolves when it has ended. */
  async befall(fault: ClusterFault): Promise<void> {
    switch (fault.kind) {
      case 'kill':
        return this.#restart(fault.process, 'SIGKILL', fault.milliseconds);
      case 'roll':
        return this.#restart(fault.process, 'SIGTERM', 0);
      case 'pause':
        return this.#pause(fault);
      case 'database crash':
        await this.postgres.primary.stop('SIGKILL');
        await setTimeout(fault.milliseconds);
        return this.postgres.primary.start();
      case 'failover':
        return this.postgres.failOver();
      case 'cut':
        return this.#linesOf(fault.process).forEach((line) => line.drop());
      case 'stall':
        return this.#stall(fault);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop('SIGKILL')));
    await Promise.all([this.visitors.close(), this.agents.close()]);
    for (const line of this.#linesOf(null)) line.close();
    await this.postgres.close();
  }

  async #restart(index: number, signal: 'SIGKILL' | 'SIGTERM', downFor: number): Promise<void> {
    const service = this.services[index]!;
    await service.stop(signal);
    await setTimeout(downFor);
    await service.start();
  }

  async #pause({ process: index, milliseconds }: Extract<ClusterFault, { kind: 'pause' }>): Promise<void> {
    const id = this.services[index]!.processId()!;
    process.kill(id, 'SIGSTOP');
    await setTimeout(milliseconds);
    process.kill(id, 'SIGCONT');
  }

  async #stall({ process, milliseconds }: Extract<ClusterFault, { kind: 'stall' }>): Promise<void> {
    const lines = this.#linesOf(process);
    for (const line of lines) line.stall();
    await setTimeout(milliseconds);
    for (const line of lines) line.mend();
  }

  #linesOf(process: number | null): FaultyLine[] {
    return process === null ? this.#lines.flat() : this.#lines[process]!;
  }
}
