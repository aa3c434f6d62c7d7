import { join } from 'node:path';
import type { Browser, Surface } from '../browsers/driver';
import { launch } from '../browsers/launch';
import { captured, openEditor, portalPage, says, showSection, signInOn } from '../e2e/stage';
import { createPortal } from '../portal/portal';

/** What is photographed: the portal's page, and the real popup in each of these moments. */
export const moments = ['changed', 'review', 'switches', 'saved', 'dark', 'portal'] as const;
export type Moment = (typeof moments)[number];

/** Twice the pixels, as on a good screen. */
export const density = 2;

/** The picture is of the editor, not of the hand: no focus, no pointer over a button, at the top, and nothing in motion. */
async function compose(surface: Surface): Promise<void> {
  await surface.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.querySelector('[role=tabpanel]:not([hidden])')?.scrollTo(0, 0);
    for (const change of document.getAnimations()) change.finish();
  });
}

/** Plays the main job in real Chromium against the stand-in portal, and writes `<moment>.png` of each moment into `folder`. */
export async function takePictures(folder: string): Promise<void> {
  const portal = await createPortal();
  const browser = await launch('chromium', {
    port: portal.port,
    authority: portal.authority,
    // A popup is never taller than the screen leaves room for, and a headless screen is small.
    args: [`--screen-info={3200x2400 devicePixelRatio=${density}}`],
  });
  const take = async (surface: Surface, moment: Moment) => {
    await compose(surface);
    await surface.screenshot(join(folder, `${moment}.png`));
  };
  try {
    await browser.resize(1280, 943);
    await browser.emulate({ theme: 'light', reducedMotion: true });
    const tab = await browser.newTab(portalPage('acme', '/user/profile/directory'));
    await signInOn(tab, portal, 'ada');
    await captured({ browser }, 'acme');
    await take(tab, 'portal');
    await edit(browser, take);
  } finally {
    await browser.close();
    await portal.close();
  }
}

async function edit(browser: Browser, take: (surface: Surface, moment: Moment) => Promise<void>) {
  const popup = await openEditor(browser, 'professional');
  await popup.fill('#field-Position', 'Head of Engines');
  await popup.fill('#field-CompanyName', 'Lovelace & Babbage');
  await take(popup, 'changed');
  await popup.click('[data-action=review]');
  await popup.waitFor('the review', () => document.querySelector('[data-part=wire]'));
  await popup.evaluate(() => document.querySelector('[data-part=wire]')?.setAttribute('open', ''));
  await take(popup, 'review');
  await popup.click('[data-action=back]');
  await popup.press('Control+s');
  await says(popup, 'Saved');
  await take(popup, 'saved');
  await showSection(popup, 'notifications');
  await take(popup, 'switches');
  await popup.close();
  await browser.emulate({ theme: 'dark', reducedMotion: true });
  const dark = await openEditor(browser, 'billing');
  await take(dark, 'dark');
  await dark.close();
}
