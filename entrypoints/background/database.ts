import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { Owner } from '../../utils/profile/owner';
import { Name, PastSave } from '../../utils/save-data';
import { Draft } from '../../utils/stores';

/**
 * What rests on disk, in the extension's own origin and written by the background alone (D9): drafts, the journal (field
 * names and hashes, no values) and the history. Never a token, never a password, never a field that the member did not edit.
 */
export const JournalEntry = v.object({
  saveId: v.string(),
  seat: v.string(),
  owner: Owner,
  names: v.array(Name),
  /** Salted hashes of what the portal held and of what was wanted. */
  base: v.record(v.string(), v.string()),
  target: v.record(v.string(), v.string()),
  phase: v.picklist(['prepared', 'sent']),
  /** Milliseconds since the epoch. */
  at: v.number(),
});
export type JournalEntry = v.InferOutput<typeof JournalEntry>;

export const HistoryEntry = v.object({ ...PastSave.entries, owner: Owner });
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

const schemas = { drafts: Draft, journal: JournalEntry, history: HistoryEntry };
type Stores = typeof schemas;
export type StoreName = keyof Stores;
export type Stored<N extends StoreName> = v.InferOutput<Stores[N]>;

interface Tables extends DBSchema {
  drafts: { key: string; value: Draft };
  journal: { key: string; value: JournalEntry };
  history: { key: string; value: HistoryEntry };
}

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function open(): Promise<IDBPDatabase<Tables>> {
  if (opened) return opened;
  const forget = () => {
    opened = undefined;
  };
  opened = openDB<Tables>('nametag', 1, {
    upgrade(database) {
      for (const name of Object.keys(schemas) as StoreName[]) database.createObjectStore(name);
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** One table by string key. Every call rejects when the disk fails; what does not fit its schema counts as absent. */
export interface Table<T> {
  get(key: string): Promise<T | undefined>;
  put(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
  entries(): Promise<[key: string, value: T][]>;
}

export function table<N extends StoreName>(name: N): Table<Stored<N>> {
  const parse = (raw: unknown) => {
    const parsed = v.safeParse(schemas[name], raw);
    return parsed.success ? (parsed.output as Stored<N>) : undefined;
  };
  return {
    get: async key => parse(await (await open()).get(name, key)),
    put: async (key, value) => {
      await (await open()).put(name, value, key);
    },
    delete: async key => (await open()).delete(name, key),
    async entries() {
      const { store } = (await open()).transaction(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return keys.flatMap((key, index) => {
        const value = parse(values[index]);
        return value ? [[key, value] as [string, Stored<N>]] : [];
      });
    },
  };
}
