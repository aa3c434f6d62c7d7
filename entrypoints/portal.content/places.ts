import { sectionOf } from '../../utils/portal/pages';
import { all, closest, holds, matches, type Place } from './dom';

/** Links that may lead to a section, for the browser to pick out quickly; `sectionOf` decides. */
const sectionLinks = 'a[href*="/profile"], a[href*="/account/"], a[href*="/settings"]';

/** What says that it is a menu: by its role on any page, or by the portal's own class. */
const named = '.section-menu, nav, [role="navigation"]';
const menus = `${named}, [role="tablist"], ul, ol`;

/** Menus that must have nothing but entries in them. */
const strict = 'ul, ol, [role="tablist"], [role="menu"]';

const leadsTo = (link: Element): string | undefined => {
  const { href, host } = link as HTMLAnchorElement;
  return typeof href === 'string' && host === location.host ? sectionOf(href) : undefined;
};

/** What else a place needs: to be seen, once the page is painted. */
export type Check = (element: Element) => boolean;

/** A way to a place, and whether one that was found still is such a place. */
export interface Finder {
  find(fits: Check): Place | undefined;
  stands(place: Place, fits: Check): boolean;
}

const sectionsOf = (links: Iterable<Element>) => {
  const found = new Map<Element, Set<string>>();
  for (const link of links) {
    const section = leadsTo(link);
    const menu = section && closest(link, menus);
    if (!section || !menu) continue;
    const outer = closest(menu, named) ?? menu;
    found.set(outer, (found.get(outer) ?? new Set()).add(section));
  }
  return found;
};

/** The menu of the profile pages: whatever shown menu links to two sections or more, whatever the operator calls it. */
export const sectionMenu: Finder = {
  find(fits) {
    // A page may have tens of thousands of links: they are gone through only where no named menu has any.
    for (const links of [() => all(named).flatMap(menu => all(sectionLinks, menu)), () => all(sectionLinks)])
      for (const [anchor, sections] of sectionsOf(links()))
        if (sections.size > 1 && fits(anchor))
          return { anchor, side: matches(anchor, strict) ? 'after' : 'inside' };
    return undefined;
  },
  stands: ({ anchor }, fits) =>
    fits(anchor) && (sectionsOf(all(sectionLinks, anchor)).get(anchor)?.size ?? 0) > 1,
};

/** The account button, the surest sign first. */
const accounts = [
  '#profileDropdown',
  '[aria-label="avatar" i]',
  'img[alt="avatar" i]',
  '[aria-labelledby="profileDropdown"]',
  'header [aria-haspopup]',
];

export const accountMenu: Finder = {
  find(fits) {
    for (const selector of accounts) {
      const sign = all(selector).find(fits);
      if (sign) return { anchor: closest(sign, 'button, a, [role="button"]') ?? sign, side: 'before' };
    }
    return undefined;
  },
  stands: ({ anchor }, fits) => fits(anchor),
};

const signs = [sectionLinks, ...accounts].join();

/**
 * Whether a change of the page may have brought a menu. What was added is looked through, whatever the length of the page; more
 * than a few nodes at once may always have.
 */
export function mayBringMenu(changes: readonly MutationRecord[]): boolean {
  const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
  return added.length > 50 || added.some(node => node instanceof Element && holds(node, signs));
}

/** The corner of the page, where no menu was found. */
export function corner(): Place | undefined {
  const [body] = all('html > body');
  return body && { anchor: body, side: 'inside' };
}
