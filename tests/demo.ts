/**
 * `npm run demo`: the stand-in portal, a browser with Nametag in it, and the portal signed in. Without a display, or with
 * `-- --headless`, it plays the main job itself and exits 0 only if the portal's record changed as expected.
 * `-- --browser firefox` does either in Firefox.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from '../scripts/shell';
import type { FieldName, SectionId } from '../utils/profile/fields';
import type { BrowserName } from './browsers/driver';
import { launch } from './browsers/launch';
import { captured, openEditor, portalPage, says, showSection, signInOn } from './e2e/stage';
import { createPortal } from './portal/portal';

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, browser: { type: 'string', default: 'chromium' } },
});
const name = values.browser as BrowserName;
if (name !== 'chromium' && name !== 'firefox') throw new Error('--browser takes chromium or firefox');
const display = process.platform !== 'linux' || !!process.env.DISPLAY || !!process.env.WAYLAND_DISPLAY;
const headless = values.headless || !display;

const say = (text: string) => console.log(`• ${text}`);
const shots = '.output/demo';

/** The change that the demo makes: two sections, one Save. */
const wanted: [SectionId, FieldName, string][] = [
  ['personal', 'NickName', 'Countess'],
  ['professional', 'Position', 'Head of Engines'],
  ['professional', 'ProfileWebsite', 'https://lovelace.example.org'],
];

say('Building the extension …');
const built = await build();
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
const portal = await createPortal();
say(`The stand-in portal answers on port ${portal.port}; ${name} maps the production names to it.`);
const browser = await launch(name, { port: portal.port, authority: portal.authority, headed: !headless });
const tab = await browser.newTab(portalPage('acme'));
const ada = portal.member('ada');

try {
  await signInOn(tab, portal, 'ada');
  await captured({ browser }, 'acme');
  say(`Signed in on the portal as ${ada.fullName} (${ada.email}, password ${ada.password}).`);
  if (headless) await play();
  else await invite();
} finally {
  await browser.close();
  await portal.close();
}

async function play() {
  mkdirSync(shots, { recursive: true });
  const profile = portal.currentProfile('ada', 'acme');
  const names = wanted.map(([, field]) => field);
  const before = portal.record(profile);
  const show = (title: string, record: typeof before) =>
    console.log(
      `\n${title}\n${names.map(field => `    ${field}: ${JSON.stringify(record[field])}`).join('\n')}\n`,
    );
  show('The portal’s record before:', before);

  await tab.screenshot(`${shots}/1-portal.png`);
  const popup = await openEditor(browser, 'personal');
  say('Opened the toolbar popup.');
  await popup.screenshot(`${shots}/2-popup.png`);
  for (const [section, field, value] of wanted) {
    await showSection(popup, section);
    await popup.fill(`#field-${field}`, value);
    say(`${section}: ${field} → “${value}”`);
  }
  await popup.screenshot(`${shots}/3-edited.png`);
  await popup.click('[data-action=save]');
  await says(popup, 'Saved');
  await portal.log.until('the PATCH', entry => entry.method === 'PATCH' && entry.state === 'completed');
  say('Pressed Save; the popup says it is saved.');
  await popup.screenshot(`${shots}/4-saved.png`);
  await popup.close();

  const patches = portal.log.patches();
  for (const { method, host, path, body } of patches)
    console.log(`\n${method} https://${host}${path}\n    ${body}`);
  const after = portal.record(profile);
  show('The portal’s record after:', after);
  await tab.goto(portalPage('acme', '/user/profile/directory'));
  await tab.waitFor('the portal’s own page to show it', () =>
    [...document.querySelectorAll('input')].some(input => input.value === 'Head of Engines'),
  );
  await tab.screenshot(`${shots}/5-portal-after.png`);
  say(`Screenshots are in ${shots}/.`);

  const expected = { ...before, ...Object.fromEntries(wanted.map(([, field, value]) => [field, value])) };
  const right =
    patches.length === 1 &&
    JSON.stringify(Object.keys(patches[0]?.json as object).sort()) === JSON.stringify([...names].sort()) &&
    JSON.stringify(after) === JSON.stringify(expected);
  say(
    right
      ? 'One PATCH with exactly the changed keys, and the record is as expected.'
      : 'The record is NOT as expected.',
  );
  process.exitCode = right ? 0 : 1;
}

async function invite() {
  console.log(`
Try this:
  1. Press the Nametag button in the toolbar${name === 'firefox' ? ' (puzzle piece → Nametag)' : ' (puzzle piece → pin Nametag)'}, change a job title, press Save.
  2. Reload the portal's page: it shows the new title.
  3. Switch “Newsletter” off under Notifications, or by a right click on the portal's page.
  4. Close the popup in the middle of a word, and open it again.
Close the browser window, or press Ctrl+C here, to end.
`);
  await new Promise<void>(resolve => {
    process.once('SIGINT', resolve);
    const timer = setInterval(async () => {
      const open = await browser.tabs().then(
        tabs => tabs.length > 0,
        () => false,
      );
      if (open) return;
      clearInterval(timer);
      resolve();
    }, 1000);
  });
}
