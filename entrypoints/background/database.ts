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

/** What a request or a transaction of IndexedDB comes to. */
const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const forget = () => {
    opened = undefined;
  };
  const request = indexedDB.open('nametag', 1);
  request.onupgradeneeded = () => {
    for (const name of Object.keys(schemas)) request.result.createObjectStore(name);
  };
  opened = settled(request).then(database => Object.assign(database, { onclose: forget }));
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
  const begin = async (mode: IDBTransactionMode) => (await open()).transaction(name, mode);
  /** Kept once the transaction is, not when its request is answered. */
  async function change(work: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = await begin('readwrite');
    work(transaction.objectStore(name));
    await committed(transaction);
  }
  return {
    get: async key => parse(await settled((await begin('readonly')).objectStore(name).get(key))),
    put: (key, value) => change(store => store.put(value, key)),
    delete: key => change(store => store.delete(key)),
    async entries() {
      const store = (await begin('readonly')).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return keys.flatMap((key, index) => {
        const value = parse(values[index]);
        return value ? [[String(key), value] as [string, Stored<N>]] : [];
      });
    },
  };
}
