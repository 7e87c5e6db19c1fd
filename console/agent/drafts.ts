import type { TabMemory } from './tab-memory.js';

const name = 'drafts';

/** Unsent text of each chat, kept over switching, signing in again and reloading. */
export interface Drafts {
  /** By contact id; replaced at each change. */
  readonly all: Readonly<Record<string, string>>;
  /** Empty text removes the draft. */
  write(contactId: string, text: string): void;
}

/** Opens the drafts that a tab's memory holds. */
export function createDrafts(memory: TabMemory): Drafts {
  let all: Readonly<Record<string, string>> = readDrafts(memory);
  return {
    get all() {
      return all;
    },
    write(contactId, text) {
      if ((all[contactId] ?? '') === text) return;
      const { [contactId]: _replaced, ...others } = all;
      all = text ? { ...others, [contactId]: text } : others;
      memory.write(name, all);
    },
  };
}

function readDrafts(memory: TabMemory): Record<string, string> {
  const known = memory.read(name);
  if (typeof known !== 'object' || known === null) return {};
  return Object.fromEntries(Object.entries(known).filter(([, text]) => typeof text === 'string'));
}
