import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { type Session, targets } from '../browsers/cdp';
import type { Browser } from '../browsers/driver';

/** Chromium: a second look at its targets, beside the driver's own. */
export async function watchHeaps({ profile }: Browser) {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const known = targets(await connection.newBrowserCDPSession());
  const find = async (part: string): Promise<Session> => {
    const found = (await known.list()).find(({ url }) => url.includes(part));
    if (!found) throw new Error(`Nothing at ${part}`);
    return known.attach(found.targetId);
  };
  return {
    /** All that lives on the heap of a document or worker after its garbage is collected, as the snapshot's text. */
    async snapshot(part: string): Promise<string> {
      const session = await find(part);
      const chunks: string[] = [];
      session.on('HeapProfiler.addHeapSnapshotChunk', (({ chunk }: { chunk: string }) => {
        chunks.push(chunk);
      }) as (params: never) => void);
      await session.send('HeapProfiler.enable');
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      await session.detach();
      return chunks.join('');
    },
    /** Megabytes in use. */
    async used(part: string): Promise<number> {
      const session = await find(part);
      const { usedSize } = await session.send<{ usedSize: number }>('Runtime.getHeapUsage');
      await session.detach();
      return usedSize / 1_048_576;
    },
    close: () => connection.close(),
  };
}
