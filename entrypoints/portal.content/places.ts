import { sectionOf } from '../../utils/portal/pages';
import { all, closest, isShown, matches, type Place } from './dom';

/** Links that may lead to a section, for the browser to pick out quickly; `sectionOf` decides. */
const sectionLinks = 'a[href*="/profile"], a[href*="/account/"], a[href*="/settings"]';

/** What holds a menu, by its role on any page or by the portal's own class. */
const menus = '.section-menu, nav, [role="navigation"], [role="tablist"], ul, ol';

/** Menus that must have nothing but entries in them. */
const strict = 'ul, ol, [role="tablist"], [role="menu"]';

const leadsTo = (link: Element): string | undefined => {
  const { href, host } = link as HTMLAnchorElement;
  return typeof href === 'string' && host === location.host ? sectionOf(href) : undefined;
};

/** A way to a place, and whether one that was found still is such a place. */
export interface Finder {
  find(): Place | undefined;
  stands(place: Place): boolean;
}

const sectionsOf = (links: Iterable<Element>) => {
  const found = new Map<Element, Set<string>>();
  for (const link of links) {
    const section = leadsTo(link);
    const menu = section && closest(link, menus);
    if (!section || !menu) continue;
    const outer = closest(menu, '.section-menu, nav, [role="navigation"]') ?? menu;
    found.set(outer, (found.get(outer) ?? new Set()).add(section));
  }
  return found;
};

/** The menu of the profile pages: whatever shown menu links to two sections or more, whatever the operator calls it. */
export const sectionMenu: Finder = {
  find() {
    const anchor = [...sectionsOf(all(sectionLinks))].find(
      ([menu, sections]) => sections.size > 1 && isShown(menu),
    )?.[0];
    return anchor && { anchor, side: matches(anchor, strict) ? 'after' : 'inside' };
  },
  stands: ({ anchor }) =>
    isShown(anchor) && (sectionsOf(all(sectionLinks, anchor)).get(anchor)?.size ?? 0) > 1,
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
  find() {
    for (const selector of accounts) {
      const sign = all(selector).find(isShown);
      if (sign) return { anchor: closest(sign, 'button, a, [role="button"]') ?? sign, side: 'before' };
    }
    return undefined;
  },
  stands: ({ anchor }) => isShown(anchor),
};

/** The corner of the page, where no menu was found. */
export function corner(): Place | undefined {
  const [body] = all('html > body');
  return body && { anchor: body, side: 'inside' };
}
