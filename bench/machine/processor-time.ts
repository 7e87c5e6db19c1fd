import { readdirSync, readFileSync } from 'node:fs';

/** Processor time so far, in hundredths of a second. */
export interface ProcessorTime {
  /** Of all programs on the machine. */
  machine: number;
  /** Of this process and everything that it has started, directly or not. */
  own: number;
  /** What all processors could have worked. */
  possible: number;
}

/** Reads the processor time from Linux's `/proc`. */
export function readProcessorTime(): ProcessorTime {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(`/proc/${name}/stat`))
    .filter((stat) => stat !== null);
  return { ...machineTime(readFileSync('/proc/stat', 'utf8')), own: ownTime(stats, process.pid) };
}

/**
 * The first line of `/proc/stat` (proc_stat(5)). Interrupts aren't counted as work, because they belong to no program: most
 * carry the packets between the generator and its servers. Time that a hypervisor gave to others is.
 */
export function machineTime(stat: string): Pick<ProcessorTime, 'machine' | 'possible'> {
  const [user, nice, system, idle, waiting, interrupts, softInterrupts, stolen] = /^cpu +(.*)$/m
    .exec(stat)![1]!
    .split(' ')
    .map(Number) as [number, number, number, number, number, number, number, number];
  const machine = user + nice + system + stolen;
  return { machine, possible: machine + idle + waiting + interrupts + softInterrupts };
}

/**
 * The processor time of a process and its descendants in the texts of `/proc/PID/stat` (proc_pid_stat(5)), including that of
 * descendants that have ended.
 */
export function ownTime(stats: readonly string[], root: number): number {
  const all = stats.map(parseStat);
  const own = new Set([root]);
  for (let size = 0; size < own.size;) {
    size = own.size;
    for (const { processId, parentId } of all) if (own.has(parentId)) own.add(processId);
  }
  return all.reduce((sum, { processId, time }) => (own.has(processId) ? sum + time : sum), 0);
}

function parseStat(stat: string): { processId: number; parentId: number; time: number } {
  // The name may contain spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const time = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { processId: Number.parseInt(stat, 10), parentId: Number(fields[1]), time };
}

/** Null for a process that has ended meanwhile. */
function readStat(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
