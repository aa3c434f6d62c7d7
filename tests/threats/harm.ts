import { sectionIds } from '../../utils/profile/fields';
import type { Surface } from '../browsers/driver';
import { showSection } from '../e2e/stage';

/** Elements of the payloads that no page of ours has. */
const strangers =
  'img iframe object embed video audio source picture math mtext mglyph marquee base template noscript xmp foreignObject animate set image style meta[http-equiv] script:not([src]) x'
    .split(' ')
    .map(name => `body ${name}`)
    .join(',');

/** Notes what a document must not do: run a payload, break its own policy, or contain what is not the editor's. */
export const watch = (surface: Surface) =>
  surface.evaluate(() => {
    const kept = window as unknown as { broken: string[]; watched: boolean };
    kept.broken = [];
    if (kept.watched) return;
    kept.watched = true;
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      kept.broken.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
/** What was noted since, and what is in the document now. */
export const harm = (surface: Surface) =>
  surface.evaluate(strangers => {
    const { hits = 0, broken = [] } = window as unknown as { hits?: number; broken?: string[] };
    const strange = [...document.querySelectorAll('body *')]
      .filter(
        element =>
          element.matches(strangers) || [...element.attributes].some(({ name }) => name.startsWith('on')),
      )
      .map(({ localName }) => localName);
    const links = [...document.querySelectorAll('a')]
      .map(({ href }) => href)
      .filter(href => !/^https?:/.test(href) && !href.startsWith(`${location.origin}/`));
    return { hits, broken, strange, links };
  }, strangers);
/** Shows every section, the bio as it will look, and whatever is folded away: what was shown once stays in the document. */
export const showAll = async (surface: Surface) => {
  for (const section of sectionIds) await showSection(surface, section);
  await showSection(surface, 'professional');
  await surface.click('[data-action=bio-preview]');
  await surface.waitFor('the preview', () =>
    document.querySelector('[data-part=bio-preview] [data-part=markdown]'),
  );
  await surface.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
};
/** What `harm` should find. */
export const nothing = { hits: 0, broken: [], strange: [], links: [] };
