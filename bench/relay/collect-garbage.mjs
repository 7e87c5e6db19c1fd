// Loaded into each server before its own code: on SIGUSR2 it collects garbage and prints a line.
process.on('SIGUSR2', () => {
  for (let time = 0; time < 3; time += 1) globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    process.stdout.write('collected\n');
  }, 500);
});
