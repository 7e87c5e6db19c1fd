// Loaded into each server before its own code: collects garbage on a signal, and prints a line.
import { Session } from 'node:inspector';

process.on('SIGUSR2', () => collect(() => globalThis.gc()));
// Collects all that can be collected, and returns the young generation's memory: `gc()` keeps it.
process.on('SIGPWR', () => {
  const inspector = new Session();
  inspector.connect();
  collect(() => inspector.post('HeapProfiler.collectGarbage'));
});

function collect(once) {
  for (let time = 0; time < 3; time += 1) once();
  setTimeout(() => {
    once();
    process.stdout.write('collected\n');
  }, 500);
}
