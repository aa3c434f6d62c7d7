import '../engine/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBench } from '../engine/bench';
import { fakeBrowser } from '../engine/browser';
import { pass, quiet, startTheClock, stopTheClock } from '../engine/clock';

beforeEach(() => stopTheClock());
afterEach(() => {
  startTheClock();
  vi.unstubAllGlobals();
});

const times = (count: number) => Array.from({ length: count }, (_, n) => n);

it('500 saves and 200 restarts leave the journal empty and the storage as large as it was', async () => {
  const bench = await pass(createBench());
  const save = async (n: number) => {
    await bench.type({ Position: `Designer ${1_000 + n}` });
    expect((await pass(bench.save())).saved).toEqual(['Position']);
    await quiet();
  };
  for (const n of times(30)) await save(n);
  const before = { size: fakeBrowser.storage.session.size(), history: (await bench.history()).length };
  for (const n of times(500)) {
    await save(n);
    if (n % 5 < 2) {
      await bench.kill();
      await pass(bench.open());
    }
  }
  expect({ size: fakeBrowser.storage.session.size(), history: (await bench.history()).length }).toEqual(
    before,
  );
  expect(await bench.journal()).toEqual([]);
  expect(await bench.tables.drafts.entries()).toEqual([]);
  console.log(
    `cycles: 500 saves, 200 restarts, storage of ${before.size} bytes and a history of ${before.history} throughout`,
  );
});

it('10,000 characters, the background stopped after any of them, are all there', async () => {
  const bench = await pass(createBench());
  let text = '';
  for (const n of times(10_000)) {
    text = text.length < 200 ? text + String.fromCodePoint(97 + (n % 26)) : 'a';
    const restart = n % 1_000 === 999;
    // Not waited for: an editor that is closed waits for nothing.
    const written = bench.type({ ProfileSummary: text });
    if (restart) await written;
    if (n % 10 === 9) await bench.kill({ wipe: restart });
    await written;
    if (restart) await pass(bench.signIn());
    const draft = (await bench.drafts()).ProfileSummary;
    if (draft?.value !== text) expect([n, draft?.value]).toEqual([n, text]);
  }
  console.log('typing: 10,000 characters, 0 lost');
});
