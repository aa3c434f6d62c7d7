import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Tab } from '../browsers/driver';
import { staysTrue } from '../browsers/waiting';
import { buildFolder } from './builds';
import { count, isSoak, plural, threat } from './report';
import { browserName, useThreatStage } from './stage';

const files = readdirSync(buildFolder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(buildFolder, `${entry.parentPath}/${entry.name}`));
const pages = files.filter(file => file.endsWith('.html'));

describe(`pages of ours and the web, in ${browserName}`, () => {
  const stage = useThreatStage();

  /** The pages of ours that are open anywhere: a load of one from the web would be among them. */
  const openPages = () =>
    stage.browser.background.evaluate(async api =>
      (await api.runtime.getContexts({}))
        .map(({ documentUrl }) => documentUrl ?? '')
        .filter(url => url.includes('.html') && !url.includes('background') && !url.includes('welcome')),
    );
  const onSite = async (html: string, path: string): Promise<Tab> => {
    stage.portal.pages.set('acme.nexudus.site', path, html);
    return stage.browser.newTab(`https://acme.nexudus.site${path}`);
  };

  threat('T14', 'no page of ours can be loaded by a site', async () => {
    const { origin } = stage.browser;
    const [before, tabsBefore] = [await openPages(), await stage.browser.tabs()];
    const loads: string[] = [];
    const embedded = pages.flatMap(page =>
      ['iframe src', 'object data', 'embed src'].map(way => {
        const [tag, attribute] = way.split(' ');
        return `<${tag} ${attribute}="${origin}/${page}" data-way="${tag} ${page}"></${tag}>`;
      }),
    );
    const tab = await onSite(
      `<!doctype html><p>page</p>${embedded.join('')}<iframe srcdoc="control"></iframe>`,
      '/embeds',
    );
    const fetched = await tab.evaluate(
      async urls =>
        (
          await Promise.all(
            urls.map(url =>
              fetch(url).then(
                () => [url],
                () => [],
              ),
            ),
          )
        ).flat(),
      pages.map(page => `${origin}/${page}`),
    );
    loads.push(...fetched);
    const loadsNone = async () => {
      expect((await openPages()).filter(url => !before.includes(url))).toEqual([]);
      return true;
    };
    await staysTrue('no page of ours is embedded', loadsNone);

    // By moving a tab there: a link, a redirect, the address, a new window.
    const moves: Record<string, (url: string) => string> = {
      'location=': url => `<script>location = ${JSON.stringify(url)};</script>`,
      link: url => `<a id="a" href="${url}">x</a><script>a.click();</script>`,
      refresh: url => `<meta http-equiv="refresh" content="0; url=${url}">`,
      'window.open': url => `<script>open(${JSON.stringify(url)});</script>`,
      form: url => `<form id="f" action="${url}"></form><script>f.submit();</script>`,
    };
    let tries = 0;
    for (const [at, page] of pages.entries()) {
      for (const [turn, [way, make]] of Object.entries(moves).entries()) {
        // In the quick form each page is met by two of the ways, and each way by some of the pages.
        if (!isSoak && (turn + at) % 5 > 1) continue;
        tries += 1;
        const moved = await onSite(
          `<!doctype html><p>page</p>${make(`${origin}/${page}`)}`,
          `/move/${tries}`,
        ).catch(() => undefined);
        await staysTrue(`no page of ours is moved to: ${way} ${page}`, loadsNone, 150);
        await moved?.close().catch(() => {});
      }
    }
    for (const page of pages) {
      tries += 1;
      stage.portal.faults.add({
        match: { host: 'acme.nexudus.site', path: '/redirect' },
        answer: { status: 302, headers: { location: `${origin}/${page}` } },
      });
      await stage.browser.newTab('https://acme.nexudus.site/redirect').catch(() => {});
      if ((await openPages()).length > before.length) loads.push(`redirect ${page}`);
    }
    expect(loads).toEqual([]);
    // The eye works: the same page opened by the member is seen.
    const page = await stage.browser.newTab(`${origin}/editor.html`);
    expect((await openPages()).length).toBeGreaterThan(before.length);
    await page.close();
    for (const each of await stage.browser.tabs())
      if (!tabsBefore.includes(each)) await each.close().catch(() => {});
    const embeds = pages.length * 4;
    return [`${pages.length} pages in ${embeds + tries} ways`, '0 loads'];
  });

  threat('T15', 'a site cannot tell that the extension is there', async () => {
    const tab = await onSite('<!doctype html><p>page</p>', '/probe');
    const urls = files.map(file => `${stage.browser.origin}/${file}`);
    const found = await tab.evaluate(async urls => {
      const byElement = (tag: 'img' | 'script' | 'link', url: string) =>
        new Promise<string[]>(resolve => {
          const element = document.createElement(tag) as HTMLImageElement & HTMLLinkElement;
          element.onload = () => resolve([`${tag} ${url}`]);
          element.onerror = () => resolve([]);
          if (tag === 'link') element.rel = 'stylesheet';
          if (tag === 'link') element.href = url;
          else element.src = url;
          document.head.append(element);
        });
      const byFetch = (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => [`fetch ${url}`],
          () => [],
        );
      const all = urls.flatMap(url => [
        byFetch(url),
        byElement('img', url),
        byElement('script', url),
        byElement('link', url),
      ]);
      return (await Promise.all(all)).flat();
    }, urls);
    const control = await tab.evaluate(
      () =>
        new Promise<boolean>(resolve => {
          const image = new Image();
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
          image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
        }),
    );
    expect(control).toBe(true);
    expect(found).toEqual([]);
    await tab.close();
    return [`${files.length} packaged files × 4 ways`, '0 loadable'];
  });

  threat(
    'T17',
    'crafted addresses of our pages show the usual view',
    async () => {
      const many = count(20, 500);
      const part = fc.oneof(
        fc.string({ maxLength: 40 }),
        fc.constantFrom(
          '__proto__',
          'constructor',
          'billing ',
          'BILLING',
          'personal#password',
          'javascript:alert(1)',
          '<img src=x onerror=alert(1)>',
          '%00',
          '../popup.html',
          'a'.repeat(3_000),
        ),
      );
      const addresses = fc.sample(
        fc
          .tuple(fc.constantFrom('#', '?', '?section=', '#section=', '?a#'), part)
          .map(([sign, text]) => sign + encodeURIComponent(text)),
        { numRuns: many, seed: 7 },
      );
      const tab = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
      const said = (await stage.browser.console()).length;
      const usual = () =>
        tab.waitFor('the usual view', () => document.querySelector('[data-state="not-connected"]'));
      for (const address of addresses) {
        await tab.goto(`${stage.browser.origin}/editor.html${address}`);
        await usual();
        // A move within the page is no load.
        if (address.startsWith('#')) await tab.reload();
        await usual();
      }
      // Firefox says so of every chunk, and every answer, that was on its way when the page was left for the next address.
      const left = /Loading failed for the module|Promise resolved after context unloaded/;
      const errors = (await stage.browser.console())
        .slice(said)
        .filter(line => /^(error|uncaught)/i.test(line) && !left.test(line));
      expect(errors).toEqual([]);
      await tab.close();
      return [plural(many, 'crafted addresses'), 'the usual view each time, 0 exceptions'];
    },
    240_000,
  );
});
