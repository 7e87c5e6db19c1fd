interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { url?: string; fileName?: string }; name?: string };
}

/** The longest main-thread task, in milliseconds, in which a script ran that isn't the page's own. */
export function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const scripts = traceEvents.filter(({ name, args }) => {
    const url = args.data?.url ?? args.data?.fileName ?? '';
    const isRun = name === 'EvaluateScript' || name === 'FunctionCall' || name === 'v8.compile';
    return (isRun || name.startsWith('v8.')) && /\.m?js(\?|$)/.test(url);
  });
  const isChatIn = (task: TraceEvent): boolean =>
    scripts.some(
      ({ pid, tid, ts }) =>
        pid === task.pid && tid === task.tid && ts >= task.ts && ts <= task.ts + task.dur!,
    );
  const tasks = traceEvents
    .filter(({ name, dur }) => /RunTask$/.test(name) && dur !== undefined)
    .sort((a, b) => b.dur! - a.dur!);
  return (tasks.find(isChatIn)?.dur ?? 0) / 1000;
}
