import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One script of the widget: its path in its folder, and its hash as Subresource Integrity writes it. */
export interface HashedScript {
  path: string;
  hash: string;
}

/** The widget's scripts in the version that one build made. */
export interface WidgetRelease {
  /** Names exactly these scripts: the release, and a hash over all of them. */
  version: string;
  /** The script of the tag, which loads the others. */
  entry: HashedScript;
  /** The scripts that it may load. */
  scripts: HashedScript[];
}

const entryPath = 'connect-chat-widget.js';
/** Characters of the hash in a version: as good as never two the same. */
const versionHash = 10;

/** Reads the release in the folder of a build's public files. `release` is the number in package.json. */
export async function readWidgetRelease(folder: string, release: string): Promise<WidgetRelease> {
  const paths = (await readdir(join(folder, 'widget')))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => `widget/${name}`);
  const [entry, ...scripts] = await Promise.all(
    [entryPath, ...paths].map(async (path) => ({
      path,
      hash: `sha384-${createHash('sha384')
        .update(await readFile(join(folder, path)))
        .digest('base64')}`,
    })),
  );
  const all = createHash('sha256').update(JSON.stringify([entry, ...scripts]));
  const version = `${release}-${all.digest('hex').slice(0, versionHash)}`;
  return { version, entry: entry!, scripts };
}

/**
 * Copies a release from the folder of a build to `releases`, so that later builds can still serve it. Several processes
 * may do so at once: a copy appears as a whole, or not at all.
 */
export async function keepRelease(
  { version, entry, scripts }: WidgetRelease,
  { from, releases }: { from: string; releases: string },
): Promise<void> {
  const kept = join(releases, version);
  if (await isThere(kept)) return;
  // The backup leaves out what ends in `.new`.
  const unfinished = join(releases, `${randomUUID()}.new`);
  try {
    await mkdir(join(unfinished, 'widget'), { recursive: true });
    for (const { path } of [entry, ...scripts])
      for (const form of ['', '.br', '.gz'])
        // Not copyFile, which would keep the mode of the build's file: the data folder is its owner's only.
        await writeFile(join(unfinished, path + form), await readFile(join(from, path + form)));
    await mkdir(dirname(kept), { recursive: true });
    await rename(unfinished, kept);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was faster.
    if (!(await isThere(kept))) throw error;
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
