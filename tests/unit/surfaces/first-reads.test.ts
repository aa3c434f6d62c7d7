import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const { api } = vi.hoisted(() => {
  const answer = (stored: Record<string, unknown>) => ({ get: vi.fn(async () => stored) });
  return {
    api: {
      storage: {
        session: answer({ seats: { recent: ['acme'], tabs: {} } }),
        local: answer({ spaces: [{ space: 'acme', generation: 'v5' }] }),
      },
      tabs: { query: vi.fn(async () => [{ id: 7, url: 'https://acme.nexudus.site/' }]) },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: api }));

const { readFirst } = await import('@/entrypoints/editor/read');
const { countriesOf } = await import('@/utils/stores');

const answered = { seats: { recent: ['acme'] }, known: [{ space: 'acme' }], tab: { id: 7 } };
type Early = NonNullable<typeof globalThis.early>;
const never = <T>() => new Promise<T>(() => {});
const early = (tabs: Promise<unknown>, session?: Early['session']) =>
  ({ session, local: Promise.resolve({}), tabs, changes: {} }) as Early;
const seen = Promise.resolve({ seats: { recent: ['early'], tabs: {} } });

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.early = undefined;
});
const read = async () => {
  const reading = readFirst();
  await vi.advanceTimersByTimeAsync(1_000);
  return reading;
};

it('are those that the script in the head asked for, once', async () => {
  globalThis.early = early(Promise.resolve([]), seen);
  expect(await read()).toMatchObject({ seats: { recent: ['early'] }, known: [], tab: undefined });
  expect(api.tabs.query).not.toHaveBeenCalled();
  expect(await read()).toMatchObject(answered);
});

it.each([
  ['nobody asked', undefined],
  ['the browser cannot tell what it stores', () => early(Promise.resolve([]))],
  ['the browser refused', () => early(Promise.reject(new Error('no window yet')), seen)],
  ['the browser never answers', () => early(never(), seen)],
])('are asked for where %s', async (_, asked) => {
  globalThis.early = asked?.();
  expect(await read()).toMatchObject(answered);
});

it('do without the tab where the browser does not tell it', async () => {
  api.tabs.query.mockRejectedValueOnce(new Error('no window'));
  expect(await read()).toMatchObject({ seats: { recent: ['acme'] }, tab: undefined });
});

it.each([null, {}, [null], [{ id: 1 }], [{ id: '1', name: 'Albania', code: 'AL' }]])(
  'take no countries from %j',
  stored => expect(countriesOf('acme').parse(stored)).toBeUndefined(),
);

it('take countries as they are stored', () => {
  const stored = [{ id: 1, name: 'Albania', code: 'AL' }];
  expect(countriesOf('acme').parse(stored)).toEqual(stored);
});
