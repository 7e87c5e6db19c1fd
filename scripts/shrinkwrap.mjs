// Writes npm-shrinkwrap.json, which a package contains: whoever installs it gets the very versions that were tested, also
// of the dependencies' own dependencies. It is the lock file without what only the build and the tests need. In a
// checkout npm would prefer it to package-lock.json, so `npm pack` removes it afterwards.
// Usage: node scripts/shrinkwrap.mjs [--remove]
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (name) => new URL(`../${name}`, import.meta.url);

/** The lock file's content without packages that are not installed with `--omit=dev`. */
export function toShrinkwrap({ packages, ...lock }) {
  const { devDependencies: _, ...root } = packages[''];
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  return { ...lock, packages: Object.fromEntries([['', root], ...installed]) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const shrinkwrap = at('npm-shrinkwrap.json');
  if (process.argv.includes('--remove')) rmSync(shrinkwrap, { force: true });
  else {
    const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
    writeFileSync(shrinkwrap, `${JSON.stringify(toShrinkwrap(lock), null, 2)}\n`);
  }
}
