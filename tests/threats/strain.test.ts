import { beforeEach, describe, expect } from 'vitest';
import type { Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { showSection } from '../e2e/stage';
import * as recipes from '../portal/faults/recipes';
import type { Fault } from '../portal/faults/types';
import { ask } from './ask';
import { watchHeaps } from './heap';
import { isSoak, threat } from './report';
import { browserName, useThreatStage } from './stage';

/** Answers that are too much: too long, packed, deep, slow, without an end. */
const strains: readonly [name: string, fault: Fault, how?: { brokenOff: true; slow?: true }][] = [
  ['50 MB', { answer: recipes.hugeJson() }],
  ['a packed bomb of 50 MB', { answer: recipes.gzipBomb() }],
  ['100,000 levels', { answer: recipes.deepJson() }],
  ['without an end', { deliver: { kind: 'endless' } }, { brokenOff: true }],
  ['1 byte a second', { deliver: { kind: 'drip', bytesPerSecond: 1 } }, { brokenOff: true, slow: true }],
];

/** Words that would mislead by more than what they say; `\u{…}` are signs that cannot be seen. */
const misleading: readonly string[] = [
  'Your account is locked. Call 0900 123 456 now.',
  'Nametag: sign in again at https://evil.example',
  `Saved.\u202E.deyortsed si elfiorp ruoY`,
  '\u2066hidden\u2069\u200Fright\u200Eleft',
  'a\u0000b\u0007c\u001b[31mred',
  'line\nline\r\nline\u2028line\u2029line',
  '<b>Bold</b> <script>alert(1)</script> words',
  'x'.repeat(5_000),
  '\u0301'.repeat(400),
  '😀'.repeat(400),
  `${'a'.repeat(298)}\u{1F600}\u{1F600}`,
  '\uD800 half a sign',
  '\u00AD\u200B\u200C\u200D\uFEFF invisible',
  '   spaces   and\ttabs   ',
  '%s %d &File &amp; {name} $1',
];

describe(`answers that are too much, in ${browserName}`, () => {
  const stage = useThreatStage({ begin: () => stage.signIn('ada') });
  let page: Tab;
  beforeEach(async () => {
    page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
  });

  threat('T28', 'huge, deep and endless answers are refused', async () => {
    const heaps = browserName === 'chromium' ? await watchHeaps(stage.browser) : undefined;
    const before = await heaps?.used('/background.js');
    let rise = 0;
    const tried = strains.filter(([, , how]) => isSoak || !how?.slow);
    for (const [name, fault, how] of tried) {
      const standing = stage.portal.faults.add({
        ...fault,
        match: { method: 'GET', path: '/en/profile', where: ({ origin }) => !origin?.startsWith('https:') },
        times: Number.POSITIVE_INFINITY,
      });
      const mark = await stage.portal.log.atRest();
      const reply = await ask(page, 'refresh', { seat: 'acme' });
      expect([name, reply]).toEqual([name, expect.objectContaining({ ok: false })]);
      // Asked once, and what has no end is listened to no more.
      const asked = stage.portal.log.since(mark).filter(({ path }) => path === '/en/profile');
      expect([name, asked.length]).toEqual([name, 1]);
      if (how?.brokenOff) await until(`${name} to be broken off`, () => asked[0]?.state === 'aborted');
      standing.remove();
      if (heaps && before !== undefined) rise = Math.max(rise, (await heaps.used('/background.js')) - before);
    }
    await heaps?.close();
    expect(rise).toBeLessThan(20);
    // The background is alive and well.
    expect(await ask(page, 'refresh', { seat: 'acme' })).toMatchObject({ ok: true });
    const figure = heaps ? `memory rose by ${Math.max(0, Math.round(rise))} MB` : 'memory not asked for';
    return [
      `${tried.length} strains: ${tried.map(([name]) => name).join(', ')}`,
      `all refused, ${figure}, background alive`,
    ];
  });

  threat('T34', 'the portal’s words are a short quotation', async () => {
    const popup = await stage.openEditor('personal');
    let [longest, quote] = [0, ''];
    // In the quick form every third, the longest among them.
    const tried = misleading.filter((_, at) => isSoak || at % 3 === 1);
    for (const [turn, text] of tried.entries()) {
      stage.portal.faults.add({
        match: { method: 'PATCH' },
        answer: { status: 400, json: { WasSuccessful: false, Status: 400, Message: text, Errors: null } },
      });
      await showSection(popup, 'personal');
      await popup.fill('#field-NickName', `Try ${turn}`);
      await popup.click('[data-action=save]');
      quote = await popup.waitFor(
        'another quotation',
        before => {
          const now = document.querySelector('[data-part=status] q')?.textContent ?? '';
          return now === before ? undefined : now;
        },
        quote,
      );
      expect([text, [...quote.matchAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu)].length]).toEqual([text, 0]);
      expect(quote.length).toBeLessThanOrEqual(300);
      longest = Math.max(longest, quote.length);
    }
    expect(longest).toBeGreaterThan(200);
    await popup.close();
    return [
      `${tried.length} misleading texts`,
      `each a quotation of at most ${longest} characters, 0 control or bidi signs`,
    ];
  });
});
