import { HANG_MS, pause, within } from '../browsers/waiting';
import { type Json, parseJson } from './json';

/** One request that reached the portal, whatever became of it. */
export interface Entry {
  /** Counts from 1 in the order of arrival. */
  id: number;
  /** Milliseconds since the epoch, when its body was complete, and when its answer was sent or given up. */
  time: number;
  ended?: number;
  method: string;
  host: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The Authorization and Origin headers, which most tests ask about. */
  authorization?: string;
  origin?: string;
  /** Whose good bearer it carried, and their current profile when it arrived. */
  member?: string;
  profile?: number;
  /** The raw body, and what it is as JSON if it is JSON. */
  body: string;
  json?: Json;
  /** The status that was sent; absent where no header ever was. */
  status?: number;
  /** 'open' until the answer is out; 'aborted' when either side broke off. */
  state: 'open' | 'completed' | 'aborted';
  /** The note of the fault that it met. */
  fault?: string;
}

type Arrival = Pick<Entry, 'method' | 'host' | 'path' | 'query' | 'headers' | 'body'>;

/** Every request, in the order of arrival. Preflights are recorded too, and left out by the helpers that count. */
export function createLog() {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  /** The names that connections asked for, whether or not a request followed. */
  const names = new Set<string>();
  let lastId = 0;
  let cleared = 0;

  const wake = () => {
    for (const look of [...waiting]) look();
  };
  const of = (method: string) => entries.filter(entry => entry.method === method);

  return {
    /** The live list; do not keep it across `clear()`. */
    entries,
    names,

    open(arrival: Arrival): Entry {
      const entry: Entry = {
        ...arrival,
        id: ++lastId,
        time: Date.now(),
        authorization: arrival.headers.authorization,
        origin: arrival.headers.origin,
        json: arrival.body ? parseJson(arrival.body) : undefined,
        state: 'open',
      };
      entries.push(entry);
      wake();
      return entry;
    },

    /** Called by the server when the answer is out, or the connection is gone. */
    end(entry: Entry, state: 'completed' | 'aborted') {
      if (entry.state !== 'open') return;
      entry.state = state;
      entry.ended = Date.now();
      wake();
    },

    /** A place in the log, for `since`. */
    mark: (): number => lastId,
    /** The same, once nothing is under way and nothing was asked for so many milliseconds: what comes later has another cause. */
    async atRest(still = 300, ms = HANG_MS): Promise<number> {
      const isOpen = ({ state }: Entry) => state === 'open';
      let over = false;
      const resting = async (): Promise<number> => {
        for (;;) {
          const mark = lastId;
          await pause(still);
          if (over || (mark === lastId && !entries.some(isOpen))) return mark;
        }
      };
      try {
        return await within('the portal to be at rest', resting(), ms);
      } catch (error) {
        over = true;
        const open = entries.filter(isOpen).map(({ method, host, path }) => `${method} ${host}${path}`);
        throw new Error(`${(error as Error).message} Still open: ${open.join(', ') || 'nothing'}.`);
      }
    },
    since: (mark: number): Entry[] => entries.filter(({ id }) => id > mark),
    of,
    /** The writes to profiles. */
    patches: (): Entry[] => of('PATCH'),
    to: (host: string): Entry[] => entries.filter(entry => entry.host === host),
    /** The hosts that were contacted. */
    hosts: (): string[] => [...new Set(entries.map(({ host }) => host))].sort(),
    clear() {
      cleared += entries.length;
      entries.length = 0;
    },
    /** All requests ever, cleared ones included. */
    total: (): number => cleared + entries.length,

    /** Waits until an entry satisfies `test` (past ones count), such as a PATCH that is completed. */
    until(what: string, test: (entry: Entry) => boolean, ms = HANG_MS): Promise<Entry> {
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = () => {
          const found = entries.find(test);
          if (!found) return;
          stop();
          resolve(found);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`The portal waited ${ms} ms in vain for ${what}`));
        }, ms);
        waiting.add(look);
        look();
      });
    },
  };
}

export type Log = ReturnType<typeof createLog>;
