import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { sheet } from './sheet';
import { views } from './views';

type Shown = readonly [view: string, state: string];

/** The three sheets that the README shows: docs/images/gallery-<name>.png. */
const sheets: Record<string, readonly Shown[]> = {
  states: [
    'personal',
    'changed',
    'problems',
    'review',
    'conflict',
    'saved',
    'bio-proposal',
    'history',
    'palette',
    'notifications',
  ].map(state => ['en-light', state] as const),
  languages: [
    ...['en', 'es', 'fr', 'de', 'it', 'pt', 'ar'].map(language => [`${language}-light`, 'changed'] as const),
    ...['en', 'de', 'ar'].map(language => [`${language}-dark`, 'changed'] as const),
  ],
  everyone: [
    ['en-forced', 'problems'],
    ['ar-forced', 'review'],
    ['en-200', 'changed'],
    ['de-200', 'problems'],
    ['ar-200', 'notifications'],
    ['en-320', 'conflict'],
    ['de-320', 'bio-proposal'],
    ['ar-320', 'billing'],
    ['long-light', 'refused'],
    ['long-320', 'password'],
  ],
};

/** Writes each sheet whose pictures were taken, in this run or an earlier one. */
export async function readmeSheets(browser: Browser, out: string, images: string): Promise<void> {
  for (const [name, shown] of Object.entries(sheets)) {
    const pictures = shown.flatMap(([view, state]) => {
      const { width = 0, height = 0 } = views.find(each => each.name === view) ?? {};
      return { file: join(out, view, `${state}.png`), caption: `${view} · ${state}`, width, height };
    });
    if (!pictures.every(({ file }) => existsSync(file))) continue;
    await sheet(browser, join(images, `gallery-${name}.png`), pictures, { across: 5, scale: 0.5 });
    console.log(`docs/images/gallery-${name}.png`);
  }
}
