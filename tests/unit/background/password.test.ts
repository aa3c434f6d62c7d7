import '../../engine/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changePassword } from '@/entrypoints/background/password';
import { getSession } from '@/entrypoints/background/sessions';
import { type Bench, createBench } from '../../engine/bench';
import { fakeBrowser } from '../../engine/browser';
import { pass, startTheClock, stopTheClock, timed } from '../../engine/clock';
import { htmlPage, redirectTo, status } from '../../portal/faults/recipes';
import type { Fault } from '../../portal/faults/types';

const typed = {
  OldPassword: 'Analytical-1843',
  NewPassword: 'Difference-1822',
  RepeatNewPassword: 'Difference-1822',
};
let bench: Bench;
const change = (more: object = {}) =>
  pass(
    changePassword({ seat: bench.seat, owner: bench.owner, ...typed, ...more }, bench.inLine, bench.world),
  );
const onPatch = (fault: Fault) => bench.portal.faults.add({ match: { method: 'PATCH' }, ...fault });
const password = () => bench.portal.member('ada').password;

beforeEach(async () => {
  stopTheClock();
  bench = await pass(createBench());
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  startTheClock();
  vi.unstubAllGlobals();
});

describe('a change of password', () => {
  it('travels alone, after the member was asked for once more', async () => {
    const mark = bench.portal.log.mark();
    expect(await change()).toEqual({ changed: true, refusals: [] });
    expect(bench.portal.log.since(mark).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/public/coworkers/profiles',
      'PATCH /api/public/coworker/profile',
      'GET /en/profile',
    ]);
    expect(bench.patches().map(({ json }) => json)).toEqual([typed]);
    expect(password()).toBe(typed.NewPassword);
  });
  it('is never journalled, drafted or kept', async () => {
    onPatch({ answer: status(500) });
    await change();
    expect(await bench.journal()).toEqual([]);
    expect(await bench.history()).toEqual([]);
    expect(JSON.stringify(fakeBrowser.storage.session.now())).not.toMatch(/Analytical-1843|Difference-1822/);
  });

  it.each<[string, Fault, string]>([
    ['lost', { deliver: { kind: 'reset' } }, 'passwordUnknown'],
    ['silence', { deliver: { kind: 'silence' } }, 'passwordUnknown'],
    ['a broken server', { answer: status(500) }, 'passwordUnknown'],
    ['a page', { answer: htmlPage() }, 'passwordUnknown'],
    ['a redirect', { answer: redirectTo('https://evil.test/') }, 'passwordUnknown'],
    ['a refusal', { answer: status(403) }, 'forbidden'],
    ['a pause', { answer: status(429, { 'retry-after': '5' }) }, 'throttled'],
    ['signed out', { answer: status(401) }, 'signedOut'],
  ])('met by %s is sent once, and never again', async (_, fault, code) => {
    onPatch(fault);
    expect(await change()).toMatchObject({ changed: false, problem: { code } });
    expect(bench.patches()).toHaveLength(1);
    expect(!(await getSession(bench.seat))).toBe(code === 'signedOut');
  });
  it('accepted without a word says so', async () => {
    bench.portal.switches.success = 'empty';
    expect(await change()).toEqual({ changed: true, refusals: [], problem: { code: 'passwordUnconfirmed' } });
  });
  it('that ends the token says that the member must sign in', async () => {
    bench.portal.switches.passwordEnds = 'all tokens';
    expect(await change()).toEqual({ changed: true, refusals: [], problem: { code: 'passwordSignIn' } });
    expect(await getSession(bench.seat)).toBeUndefined();
  });
  it('whose session cannot be asked about afterwards is still done', async () => {
    bench.portal.faults.add({ match: { method: 'GET', path: '/en/profile' }, times: 3, answer: status(500) });
    expect(await change()).toEqual({ changed: true, refusals: [] });
  });
  it('that is refused tells the portal’s words at their fields, and not what was typed', async () => {
    const reply = await change({ OldPassword: 'wrong-one', RepeatNewPassword: 'other-one' });
    expect(reply.refusals.map(({ field }) => field).sort()).toEqual(['OldPassword', 'RepeatNewPassword']);
    expect(JSON.stringify(reply)).not.toMatch(/wrong-one|other-one|Difference-1822/);
    expect(password()).toBe(typed.OldPassword);
  });
});

describe('nothing of a password is sent', () => {
  afterEach(() => {
    expect(bench.patches()).toEqual([]);
  });
  it('without a session', async () => {
    bench.portal.expireTokens();
    expect((await change()).problem?.code).toBe('signedOut');
    expect((await change()).problem?.code).toBe('signedOut');
  });
  it('to another space', async () => {
    expect((await change({ seat: 'other' })).problem?.code).toBe('otherProfile');
  });
  it('without the browser’s permission', async () => {
    fakeBrowser.permissions.granted = false;
    expect((await change()).problem?.code).toBe('permission');
  });
  it('when another member’s token came meanwhile (T07)', async () => {
    await pass(bench.signIn('grace'));
    expect((await change()).problem).toEqual({ code: 'otherProfile', name: 'Grace Okafor' });
  });
  it('when the portal says that the token is another member’s', async () => {
    bench.portal.faults.add({
      match: { path: '/api/public/coworkers/profiles' },
      change: json => ({ ...(json as object), User: { Id: 1, FullName: 'Eve', Email: '' } }),
    });
    expect((await change()).problem).toEqual({ code: 'otherProfile', name: 'Eve' });
  });
  it('when the portal cannot be reached', async () => {
    bench.portal.state.network = 'refused';
    expect((await change()).problem?.code).toBe('unreachable');
  });
});

// D15: identity 8 s, the write 15 s, and what is left of 25 s for the look whether the session still lives.
it.each<[string, Fault, number, string | undefined]>([
  ['the identity', { match: { path: '/api/public/coworkers/profiles' } }, 8_000, 'unreachable'],
  ['the write', { match: { method: 'PATCH' } }, 15_000, 'passwordUnknown'],
  ['the look behind it', { match: { path: '/en/profile' } }, 25_000, undefined],
])('a portal that is silent at %s is waited for no longer than its part', async (_, fault, ms, code) => {
  bench.portal.faults.add({ ...fault, deliver: { kind: 'silence' }, times: Number.POSITIVE_INFINITY });
  const [{ problem }, took] = await timed(change());
  expect([problem?.code, took]).toEqual([code, ms]);
});

it('a change behind a save that takes all of its time is given up, and nothing of it was sent', async () => {
  void bench.inLine(bench.seat, () => new Promise(() => {}));
  const [{ changed, problem }, took] = await timed(change());
  expect([changed, problem?.code, took]).toEqual([false, 'unreachable', 10_000]);
  expect(bench.patches()).toEqual([]);
});

it('the browser’s own parts serve where no others are given', async () => {
  const request = { seat: bench.seat, owner: bench.owner, ...typed };
  bench.portal.expireTokens();
  expect((await pass(changePassword(request, bench.inLine))).problem?.code).toBe('signedOut');
  expect((await bench.snapshot())?.problem?.code).toBe('signedOut');
  fakeBrowser.permissions.granted = false;
  expect((await pass(changePassword(request, bench.inLine))).problem?.code).toBe('permission');
});
