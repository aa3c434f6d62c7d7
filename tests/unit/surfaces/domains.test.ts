import { beforeEach, describe, expect, test, vi } from 'vitest';
import { installBrowser } from './browser';

const browser = installBrowser();
const granted = new Set<string>();
const asked: string[][] = [];
let scripts: { id: string; matches: string[] }[] = [];
Object.assign(browser, {
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => {
      asked.push(origins);
      return origins.every(origin => granted.has(origin));
    },
    remove: async ({ origins }: { origins: string[] }) =>
      origins.map(origin => granted.delete(origin)).every(Boolean),
  },
  scripting: {
    getRegisteredContentScripts: async () => scripts,
    registerContentScripts: async (more: typeof scripts) => {
      scripts = [...scripts, ...more];
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
    executeScript: async () => {},
  },
});
const look = vi.fn();
vi.mock('../../../entrypoints/background/look-up', () => ({ lookUp: look }));
const { createDomains } = await import('../../../entrypoints/background/domains');
const { domainsItem, bindingItem } = await import('../../../utils/stores');

const origin = 'https://members.example.com';
let now = 1_000_000;
const domains = createDomains(() => now);
const offered = async () => {
  look.mockResolvedValue({ ok: true, value: 'acme' });
  return domains.look(origin);
};

beforeEach(async () => {
  granted.clear();
  asked.length = 0;
  scripts = [];
  await browser.storage.local.clear();
  await browser.storage.session.clear();
});

describe('a custom domain', () => {
  test('cannot be bound before the look-up named its space, nor to another one (T12)', async () => {
    granted.add(`${origin}/*`);
    expect((await domains.want(origin, 'acme')).ok).toBe(false);
    await offered();
    expect((await domains.want(origin, 'beta')).ok).toBe(false);
    expect((await domains.want('https://other.example.com', 'acme')).ok).toBe(false);
    expect(await domainsItem.get()).toBeUndefined();
  });

  test('is bound once the browser grants it, even when the page that asked is gone', async () => {
    await offered();
    expect(await domains.want(origin, 'acme')).toEqual({ ok: true, value: false });
    expect(await domainsItem.get()).toBeUndefined();
    granted.add(`${origin}/*`);
    await domains.settle();
    expect(await domainsItem.get()).toEqual({ [origin]: 'acme' });
    expect(scripts.map(({ matches }) => matches)).toEqual([[`${origin}/*`]]);
    expect(await bindingItem.get()).toBeUndefined();
  });

  test('is bound at once where the browser had granted it before', async () => {
    await offered();
    granted.add(`${origin}/*`);
    expect(await domains.want(origin, 'acme')).toEqual({ ok: true, value: true });
    expect(await domainsItem.get()).toEqual({ [origin]: 'acme' });
  });

  test('a grant that comes minutes later binds nothing', async () => {
    await offered();
    await domains.want(origin, 'acme');
    now += 301_000;
    granted.add(`${origin}/*`);
    await domains.settle();
    expect(await domainsItem.get()).toBeUndefined();
    expect(await bindingItem.get()).toBeUndefined();
  });

  test('every start registers what an update dropped and drops what is not bound', async () => {
    granted.add(`${origin}/*`);
    await domainsItem.set({ [origin]: 'acme' });
    scripts = [{ id: 'portal https://old.example.com', matches: ['https://old.example.com/*'] }];
    await domains.settle();
    await domains.settle();
    expect(scripts.map(({ matches }) => matches)).toEqual([[`${origin}/*`]]);
  });

  test('a permission taken away in the browser’s settings unbinds it', async () => {
    await domainsItem.set({ [origin]: 'acme' });
    await domains.settle();
    expect(await domainsItem.get()).toEqual({});
    expect(scripts).toEqual([]);
  });

  test('removed, or forgotten with its space, nothing is left', async () => {
    for (const remove of [() => domains.unbind(origin), () => domains.forget('acme')]) {
      granted.add(`${origin}/*`);
      await domainsItem.set({ [origin]: 'acme' });
      await domains.settle();
      await remove();
      expect([await domainsItem.get(), scripts, granted.size]).toEqual([{}, [], 0]);
    }
  });

  test('every question is about one origin, without a wildcard for the host', () => {
    expect(
      asked.every(origins => origins.length === 1 && /^https:\/\/[^*]+\/\*$/.test(origins[0] ?? '')),
    ).toBe(true);
  });
});
