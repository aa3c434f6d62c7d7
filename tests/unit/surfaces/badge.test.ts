import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProblemCode } from '../../../utils/problem';
import { emptyOutcome, type Progress } from '../../../utils/save-data';
import { installBrowser, rest } from './browser';

const browser = installBrowser();
const { badgeOf, createBadge, followBadge } = await import('../../../entrypoints/background/badge');

const progress = (problem?: ProblemCode, more: Partial<Progress> = {}): Progress => ({
  saveId: 's1',
  names: ['Position'],
  phase: 'done',
  outcome: {
    ...emptyOutcome('s1', 1),
    saved: problem ? [] : ['Position'],
    ...(problem ? { problem: { code: problem } } : {}),
  },
  ...more,
});
const draft = { base: 'a', value: 'b', at: 1, by: 'x' };

describe('what the badge says', () => {
  const cases: [what: string, items: Record<string, unknown>, justSaved: boolean, badge: string][] = [
    ['nothing', {}, false, 'nothing'],
    ['a draft', { 'draft/acme/1/2/Position': draft }, false, 'draft'],
    ['a draft that is gone', { 'draft/acme/1/2/Position': { gone: true, at: 1, by: 'x' } }, false, 'nothing'],
    ['a save that failed', { 'progress/acme/1/2': progress('refused') }, false, 'failed'],
    [
      'a failed one beside a draft',
      { 'progress/acme/1/2': progress('offline'), 'draft/acme/1/2/Position': draft },
      true,
      'failed',
    ],
    [
      'a failed one that was seen',
      { 'progress/acme/1/2': progress('refused', { seen: true }) },
      false,
      'nothing',
    ],
    ['saved, with a word about it', { 'progress/acme/1/2': progress('changed') }, false, 'nothing'],
    [
      'one under way',
      { 'progress/acme/1/2': { saveId: 's', names: [], phase: 'sending' } },
      false,
      'nothing',
    ],
    ['just saved', { 'progress/acme/1/2': progress() }, true, 'saved'],
    ['what is not ours', { 'progress/acme/1/2': 'x', 'draft/acme/1/2/Position': 7 }, false, 'nothing'],
  ];
  test.each(cases)('%s', (_, items, justSaved, badge) => {
    expect(badgeOf(items, justSaved)).toBe(badge);
  });
});

describe('the badge', () => {
  let open = false;
  followBadge(createBadge(async () => open));
  beforeEach(async () => {
    open = false;
    vi.useRealTimers();
    await browser.storage.session.clear();
    await rest();
  });

  test('says for four seconds that something was saved while no editor was open', async () => {
    vi.useFakeTimers({ now: 0 });
    await browser.storage.session.set({ 'progress/acme/1/2': progress() });
    await vi.advanceTimersByTimeAsync(100);
    expect(browser.badge).toEqual({ text: '✓', title: 'Nametag: saved' });
    await vi.advanceTimersByTimeAsync(3_899);
    expect(browser.badge.text).toBe('✓');
    await vi.advanceTimersByTimeAsync(101);
    expect(browser.badge).toEqual({ text: '', title: 'Nametag' });
  });

  test('leaves that to an editor that is open', async () => {
    open = true;
    await browser.storage.session.set({ 'progress/acme/1/2': progress() });
    await rest();
    expect(browser.badge.text).toBe('');
  });

  test('keeps a failure until it was seen', async () => {
    await browser.storage.session.set({ 'progress/acme/1/2': progress('signedOut') });
    await rest();
    expect(browser.badge.text).toBe('!');
    await browser.storage.session.set({ 'progress/acme/1/2': progress('signedOut', { seen: true }) });
    await rest();
    expect(browser.badge.text).toBe('');
  });
});
