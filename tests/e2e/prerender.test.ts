import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../browsers/chromium';
import { buildOf } from '../browsers/launch';
import { until } from '../browsers/waiting';
import { createPortal, type Portal } from '../portal/portal';
import { browserName } from './stage';

const host = 'acme.nexudus.site';

// Firefox prerenders nothing.
describe.runIf(browserName === 'chromium')('a portal page that Chromium prerendered', () => {
  let portal: Portal;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  beforeAll(async () => {
    portal = await createPortal();
    const { port, authority } = portal;
    // However little memory the machine has.
    const args = ['--disable-features=Prerender2MemoryControls'];
    browser = await startChromium({ port, authority, extension: buildOf('chromium'), args });
  });
  afterAll(async () => {
    await browser?.kill();
    await portal?.close();
  });

  test('has shown its token when the member comes to it', async () => {
    const { access } = portal.issueToken('ada', 'acme');
    portal.pages.set(
      host,
      '/later',
      `<!doctype html><p>later</p><script>
fetch('https://acme.spaces.nexudus.com/api/public/configuration?prerendering=' + document.prerendering, {
  headers: { authorization: 'Bearer ${access}' },
});
</script>`,
    );
    const rules = JSON.stringify({ prerender: [{ urls: ['/later'], eagerness: 'immediate' }] });
    portal.pages.set(
      host,
      '/first',
      `<!doctype html><p>first</p><script type="speculationrules">${rules}</script>`,
    );
    const devtools = `http://${new URL(browser.address).host}/json`;
    // It opens in front, and a page behind another one prerenders nothing.
    await until('the page that welcomes', async () =>
      (await (await fetch(`${devtools}/list`)).text()).includes('/welcome.html'),
    );
    await fetch(`${devtools}/new?https://${host}/first`, { method: 'PUT' });
    const shown = await portal.log.until(
      'the prerendered page’s call',
      ({ method, path }) => method === 'GET' && path === '/api/public/configuration',
    );
    expect(shown.query.prerendering).toBe('true');
    await portal.log.until(
      'our look-up',
      ({ path, authorization }) =>
        path === '/api/public/coworkers/profiles' && !!authorization?.endsWith(access),
    );
  });
});
