import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { LabelKey } from '../../utils/labels';
import type { ProblemCode } from '../../utils/problem';
import { type Progress, Progress as ProgressSchema } from '../../utils/save-data';
import { Draft, draftPrefix, progressPrefix } from '../../utils/stores';
import { createQueue } from './queue';
import { labelsInForce } from './words';

/** How long a result is shown when no editor is there to show it, in milliseconds. */
const moment = 4_000;

type Look = { text: string; color: string; title?: Extract<LabelKey, `badge_${string}`> };
const looks = {
  failed: { text: '!', color: '#b3261e', title: 'badge_failed' },
  saved: { text: '✓', color: '#1f7a4d', title: 'badge_saved' },
  draft: { text: '•', color: '#5b6270', title: 'badge_draft' },
  nothing: { text: '', color: '#5b6270' },
} as const satisfies Record<string, Look>;

/** It was saved all the same; the editor says what there is to say about it. */
const harmless = new Set<ProblemCode>(['changed', 'unconfirmed']);

const failed = ({ phase, outcome, seen }: Progress): boolean =>
  phase === 'done' && !seen && outcome?.problem !== undefined && !harmless.has(outcome.problem.code);

type Items = Record<string, unknown>;
const parsed = <S extends v.GenericSchema>(items: Items, prefix: string, schema: S): v.InferOutput<S>[] =>
  Object.entries(items).flatMap(([key, raw]) => {
    const result = key.startsWith(prefix) ? v.safeParse(schema, raw) : undefined;
    return result?.success ? [result.output] : [];
  });

/** What the badge should say, from what is stored. */
export function badgeOf(items: Items, justSaved: boolean): keyof typeof looks {
  if (parsed(items, progressPrefix, ProgressSchema).some(failed)) return 'failed';
  if (justSaved) return 'saved';
  return parsed(items, draftPrefix, Draft).some(draft => !('gone' in draft)) ? 'draft' : 'nothing';
}

/** Whether a popup, panel or page of the editor is open to show results itself. */
async function editorOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({});
  return contexts.some(({ documentUrl }) => /\/(popup|sidepanel|editor)\.html/.test(documentUrl ?? ''));
}

/** The badge: a draft that waits, a save that failed, and for a moment a save that nobody is looking at. */
export function createBadge(isOpen = editorOpen) {
  const inLine = createQueue();
  let until = 0;
  let waiting: Promise<void> | undefined;

  function draw(): Promise<void> {
    waiting ??= inLine('badge', () => {
      waiting = undefined;
      return paint();
    }).catch(() => {});
    return waiting;
  }

  async function paint(): Promise<void> {
    const items = await browser.storage.session.get(null);
    const { text, color, title }: Look = looks[badgeOf(items, Date.now() < until)];
    const said = title ? (await labelsInForce())[title] : 'Nametag';
    await Promise.all([
      browser.action.setBadgeText({ text }),
      browser.action.setBadgeBackgroundColor({ color }),
      browser.action.setBadgeTextColor({ color: '#ffffff' }),
      browser.action.setTitle({ title: said }),
    ]);
  }

  /** A save ended well: said here when nobody else can. */
  async function ended(progress: Progress): Promise<void> {
    if (progress.phase !== 'done' || progress.seen || failed(progress)) return;
    if (!progress.outcome?.saved.length || (await isOpen().catch(() => false))) return;
    until = Date.now() + moment;
    setTimeout(() => void draw(), moment);
    await draw();
  }

  return { draw, ended };
}

/** Must be called in the worker's first turn. */
export function followBadge({ draw, ended }: ReturnType<typeof createBadge>): void {
  browser.storage.session.onChanged.addListener(changes => {
    const items = Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]));
    for (const progress of parsed(items, progressPrefix, ProgressSchema)) void ended(progress);
    if (Object.keys(items).some(key => key.startsWith(progressPrefix) || key.startsWith(draftPrefix)))
      void draw();
  });
}
