import type { Entry } from '../log';
import type { ActiveFault, Fault, Gate, Match } from './types';

interface Standing extends ActiveFault {
  fault: Fault;
  used: number;
  skipped: number;
}

const fits = (wanted: string | RegExp | undefined, value: string, whole = false): boolean => {
  if (wanted === undefined) return true;
  if (wanted instanceof RegExp) return wanted.test(value);
  return whole ? value === wanted : value.startsWith(wanted);
};

function matches({ method, path, host, where }: Match = {}, entry: Entry): boolean {
  if (method === undefined ? entry.method === 'OPTIONS' : entry.method !== method.toUpperCase()) return false;
  return fits(path, entry.path) && fits(host, entry.host, true) && (where?.(entry) ?? true);
}

/** The faults in force, in the order in which they were added. A request meets the first one that is for it. */
export function createFaults() {
  const standing: Standing[] = [];
  const gates = new Set<Gate>();
  const remove = (one: Standing) => {
    const at = standing.indexOf(one);
    if (at >= 0) standing.splice(at, 1);
  };

  function add(fault: Fault): ActiveFault {
    const one: Standing = { fault, used: 0, skipped: 0, remove: () => remove(one) };
    standing.push(one);
    return one;
  }

  function end(how: 'release' | 'reset') {
    standing.length = 0;
    for (const gate of gates) gate[how]();
    gates.clear();
  }

  return {
    add,

    /**
     * Holds the next matching request open until it is released: before it is handled, or after, with the change made
     * and the answer ready.
     */
    hold(match: Match, at: 'before' | 'after' = 'before'): Gate {
      let arrive: (entry: Entry) => void = () => {};
      let go: (how: 'on' | 'reset') => void = () => {};
      const arrived = new Promise<Entry>(resolve => {
        arrive = resolve;
      });
      const decided = new Promise<'on' | 'reset'>(resolve => {
        go = resolve;
      });
      const fault: Fault = { match, note: `held ${at}` };
      fault[at] = async entry => {
        arrive(entry);
        if ((await decided) === 'reset') {
          fault.apply = at === 'after';
          fault.deliver = { kind: 'reset' };
        }
      };
      const gate: Gate = { arrived, release: () => go('on'), reset: () => go('reset') };
      gates.add(gate);
      add(fault);
      return gate;
    },

    /** The fault for a request, counted as used. Asked by the server once per request. */
    take(entry: Entry): Fault | undefined {
      for (const one of [...standing]) {
        if (!matches(one.fault.match, entry)) continue;
        if (one.skipped < (one.fault.skip ?? 0)) {
          one.skipped += 1;
          continue;
        }
        one.used += 1;
        if (one.used >= (one.fault.times ?? 1)) remove(one);
        return one.fault;
      }
      return undefined;
    },

    /** Removes all faults and releases all that is held. */
    clear: () => end('release'),
    /** Removes all faults and breaks off all that is held: what was not handled yet never is. */
    drop: () => end('reset'),
  };
}

export type Faults = ReturnType<typeof createFaults>;
