import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { type Session, targets } from '../browsers/cdp';
import type { Browser } from '../browsers/driver';
import { until } from '../browsers/waiting';

/** One slice of a trace of Chromium, in microseconds. */
export interface Slice {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  args: { data?: { url?: string; scriptName?: string } };
}

/** Chromium's own measures, over a second connection to the browser that a driver started. */
export interface DevTools {
  /** The session of the page or worker whose address contains `part`. */
  session(part: string): Promise<Session>;
  /** What happened in the browser while `work` ran. */
  trace(work: () => Promise<void>): Promise<Slice[]>;
  close(): Promise<void>;
}

export async function devTools({ profile }: Browser): Promise<DevTools> {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const playwright = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const connection = await playwright.newBrowserCDPSession();
  const known = targets(connection);
  return {
    async session(part) {
      const target = await until(`a target at ${part}`, async () =>
        (await known.list()).find(({ url }) => url.includes(part)),
      );
      return known.attach(target.targetId);
    },
    async trace(work) {
      await playwright.startTracing(undefined, { categories: ['devtools.timeline', 'v8'] });
      await work();
      const buffer = await playwright.stopTracing();
      return (JSON.parse(buffer.toString('utf8')) as { traceEvents: Slice[] }).traceEvents;
    },
    close: () => playwright.close(),
  };
}

/** What lives on the heap once all that is dead was swept away, in bytes. */
export async function heapOf(session: Session): Promise<number> {
  await session.send('HeapProfiler.enable');
  // Finalizers and weak references need more than one sweep.
  for (let sweep = 0; sweep < 3; sweep += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: string[][] } };
  nodes: number[];
}

/** How much of the heap is V8's own: code that it compiled, and what it notes to compile better. In bytes. */
export async function codeOn(session: Session): Promise<number> {
  const chunks: string[] = [];
  let taken = false;
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => {
    if (!taken) chunks.push(chunk);
  });
  // Every chunk arrives before the answer.
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  taken = true;
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type]?.indexOf('code');
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) sum += nodes[at + size] ?? 0;
  return sum;
}
