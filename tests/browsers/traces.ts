/** What could be seen when a test that drives a browser failed: documents, consoles, the portal's log. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceFolder } from '../../scripts/trace-folder';
import { openPortals } from '../portal/portal';
import type { Browser, Surface } from './driver';
import { openBrowsers } from './launch';
import { within } from './waiting';

const { TEST_RUN: run = 'by-hand', ATTEMPT: attempt = 'first' } = process.env;
export const isSecondAttempt = attempt === 'second';

/** A browser that hangs must not take the next test's time. */
const MAX_MS_PER_TRACE = 5_000;

/**
 * Writes all that there is to see now to the folder of a test, or of a file, beside `result`: the errors' stacks. The first and the
 * second attempt have a folder each; gives that folder.
 */
export async function leaveTraces(name: string, result: string): Promise<string> {
  const folder = join(traceFolder(run, name), attempt);
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write('result.txt', result);
  for (const [at, portal] of [...openPortals].entries())
    write(`portal-${at + 1}.json`, JSON.stringify(portal.log.entries, null, 2));
  for (const [at, browser] of [...openBrowsers].entries()) {
    const prefix = `browser-${at + 1}`;
    const said = await attemptTo('read the console', () => browser.console());
    write(`${prefix}-console.txt`, Array.isArray(said) ? said.join('\n') : said);
    write(`${prefix}-surfaces.txt`, await tracesOfSurfaces(browser, join(folder, prefix)));
    // Native menus and the browser's own window are in no document. A browser without a display has nothing to show.
    await attemptTo('take a picture of the display', async () =>
      browser.hand().screenshot(join(folder, `${prefix}-display.png`)),
    );
  }
  return folder;
}

/** Writes a picture of each document that can be seen, and gives what each says. */
async function tracesOfSurfaces(browser: Browser, prefix: string): Promise<string> {
  const surfaces = await attemptTo('list the documents', () => browser.surfaces());
  if (typeof surfaces === 'string') return surfaces;
  const texts: string[] = [];
  for (const [at, surface] of surfaces.entries())
    texts.push(await traceOf(surface, `${prefix}-${at + 1}.png`));
  return texts.join('\n\n');
}

async function traceOf(surface: Surface, picture: string): Promise<string> {
  const seen = await attemptTo('read the document', () => surface.evaluate(describeDocument));
  if (typeof seen === 'string') return seen;
  const shot = seen.isVisible
    ? await attemptTo('take a picture', () => surface.screenshot(picture))
    : 'behind others';
  return `${seen.description}\n${shot ?? picture}`;
}

function describeDocument() {
  const { activeElement, visibilityState, body } = document;
  return {
    isVisible: visibilityState === 'visible',
    description: [
      location.href,
      `${visibilityState}, ${document.hasFocus() ? 'with' : 'without'} the focus, in ${activeElement?.outerHTML.slice(0, 120)}`,
      body.textContent.slice(0, 4_000),
    ].join('\n'),
  };
}

/** What `work` gives, or why it gave nothing: one trace that cannot be had costs no other. */
async function attemptTo<T>(what: string, work: () => Promise<T>): Promise<T | string> {
  try {
    return await within(what, work(), MAX_MS_PER_TRACE);
  } catch (error) {
    return `Could not ${what}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
