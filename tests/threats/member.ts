import type { FieldName } from '../../utils/profile/fields';
import type { Browser, Surface, Tab } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { captured, openEditor, portalPage, ready, says, showSection, signInOn } from '../e2e/stage';
import type { Portal } from '../portal/portal';
import { inCaches, inSessions, scanFolder } from './disk';
import { hostileReads, textFields } from './hostile';
import { plainSentinel, type Sentinel, sentinel } from './sentinels';

/** Everything that a member's day with the editor handles, each as a value that is found nowhere by chance. */
export interface Secrets {
  tokens(): Sentinel[];
  /** Old and new, typed in the popup and in tabs, hidden and shown. */
  passwords: Sentinel[];
  /** What the portal showed and the member did not touch. */
  unedited: Sentinel[];
  draft: Sentinel;
  saved: Sentinel;
  /** In a plain input of a page, and in a cacheable answer of one: what the search must find. */
  control: { input: Sentinel; cache: Sentinel };
}

/** Fields that the day edits; all others are only loaded. */
const edited: readonly FieldName[] = ['Position', 'CityName'];

/** Gives the extension, and nobody else, a profile of sentinels: the portal's own page may leave its data where it likes. */
export function plantSecrets(portal: Portal): Secrets {
  const unedited = new Map<string, Sentinel>();
  const at = (position: string) => {
    const known = unedited.get(position) ?? sentinel(position);
    unedited.set(position, known);
    return known.value;
  };
  const member = portal.member('ada');
  const secrets: Secrets = {
    tokens: () => portal.tokens({}).map(({ access }) => ({ name: 'token', value: access })),
    passwords: [
      'old',
      'new',
      'hidden in a tab',
      'shown in a tab',
      'shown and hidden again',
      'shown in the side panel',
    ].map(name => plainSentinel(`password ${name}`)),
    unedited: [],
    draft: sentinel('draft'),
    saved: sentinel('saved'),
    control: { input: plainSentinel('plain input'), cache: plainSentinel('cacheable answer') },
  };
  member.password = secrets.passwords[0]?.value ?? '';
  const profile = portal.currentProfile('ada', 'acme');
  // The page's own sign-in is answered with its token; Firefox would put that into its cache.
  portal.faults.add({
    match: { method: 'POST', path: '/api/token' },
    times: Number.POSITIVE_INFINITY,
    answer: ({ status, headers, body }) => ({
      status,
      headers: { ...Object.fromEntries(headers), 'cache-control': 'no-store' },
      bytes: body,
    }),
  });
  hostileReads(portal, position => {
    const field = /^profile: (\w+)$/.exec(position)?.[1] as FieldName | undefined;
    if (field && edited.includes(field)) return portal.record(profile)[field];
    if (field && !textFields.includes(field)) return portal.record(profile)[field];
    // Names of countries and addresses of spaces are nobody's secret.
    if (/countries|WebAddress|published/.test(position)) return 'acme';
    if (field === 'DateOfBirth' || field === 'Gender') return portal.record(profile)[field];
    return at(position.replace(/^.*: /, ''));
  });
  Object.defineProperty(secrets, 'unedited', { get: () => [...unedited.values()] });
  return secrets;
}

const fillPassword = async (surface: Surface, values: readonly [string, string, string]) => {
  await showSection(surface, 'password');
  for (const [index, name] of ['OldPassword', 'NewPassword', 'RepeatNewPassword'].entries())
    await surface.fill(`#field-${name}`, values[index] ?? '');
};

/** Signs in, saves a field, leaves a draft, changes the password, and leaves two tabs open with passwords typed into them. */
export async function spendDay(browser: Browser, portal: Portal, secrets: Secrets): Promise<void> {
  const value = (index: number) => secrets.passwords[index]?.value ?? '';
  const { cache } = secrets.control;
  portal.pages.set('acme.nexudus.site', '/cached.json', JSON.stringify({ value: cache.value }), {
    'content-type': 'application/json',
    'cache-control': 'max-age=3600',
  });
  portal.pages.set(
    'acme.nexudus.site',
    '/plain',
    '<!doctype html><p>page</p><input id="plain"><script>fetch("/cached.json").then(reply => reply.text()).then(() => { document.documentElement.dataset.called = "yes"; });</script>',
  );
  const page = await browser.newTab('https://acme.nexudus.site/plain');
  await page.waitFor('the answer', () => document.documentElement.dataset.called === 'yes');
  await signInOn(await browser.newTab(portalPage('acme')), portal, 'ada');
  await captured({ browser }, 'acme');

  const popup = await openEditor(browser, 'personal');
  await popup.fill('#field-CityName', secrets.saved.value);
  await popup.click('[data-action=save]');
  await says(popup, 'Saved');
  await showSection(popup, 'professional');
  await popup.fill('#field-Position', secrets.draft.value);
  await fillPassword(popup, [value(0), value(1), value(1)]);
  await popup.click('[data-action=change-password]');
  const said = await popup.waitFor(
    'the form to say so',
    () => document.querySelector('[data-part=password-status]')?.textContent,
  );
  if (!said.includes('Password changed')) throw new Error(`The form says: ${said}`);
  await popup.close();

  for (const [file, typed] of [
    ['editor.html', [value(2), value(3), value(4)]],
    ['sidepanel.html', [value(5), value(5), value(5)]],
  ] as const) {
    const tab = await browser.newTab(`${browser.origin}/${file}`);
    await ready(tab);
    await fillPassword(tab, typed);
    const show = (name: string) => tab.click(`[data-row=${name}] [data-action=show-password]`);
    if (file === 'sidepanel.html') await show('OldPassword');
    await show('NewPassword');
    await show('RepeatNewPassword');
    if (file === 'editor.html') await show('RepeatNewPassword');
    await showSection(tab, 'professional');
    await tab.evaluate(() => document.querySelector<HTMLElement>('#field-ProfileSummary')?.focus());
  }
  await untilOnDisk(browser, page, secrets);
}

/** Both browsers write their session files some seconds later: with what was typed last, everything before it is there. */
async function untilOnDisk({ profile }: Browser, page: Tab, { control }: Secrets): Promise<void> {
  const found = (sought: Sentinel, places: (path: string) => boolean) =>
    scanFolder(profile, [sought], places).hits.length > 0;
  await page.activate();
  await page.fill('#plain', control.input.value);
  await until('the session files to be written', () => found(control.input, inSessions));
  await until('the cache to be written', () => found(control.cache, inCaches));
}
