import type { SectionId } from '../utils/profile/fields';

/** Drawn on a 16-unit grid with one stroke; they always stand beside words or a spoken name. */
const icon =
  (path: string, mirrored = false) =>
  () => (
    <svg viewBox="0 0 16 16" aria-hidden="true" class={mirrored ? 'mirrored' : undefined}>
      <path d={path} />
    </svg>
  );

export const RevertIcon = icon('M3 6.5h6.25a3.25 3.25 0 0 1 0 6.5H6M5.5 4 3 6.5 5.5 9', true);
export const ArrowIcon = icon('M3 8h10M9.5 4.5 13 8l-3.5 3.5', true);
export const BackIcon = icon('M13 8H3M6.5 4.5 3 8l3.5 3.5', true);
export const LinkIcon = icon('M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.5 3.5 7 9', true);
export const MenuIcon = icon('M2.5 4.5h11M2.5 8h11m-11 3.5h11');
export const CrossIcon = icon('m4.5 4.5 7 7m0-7-7 7');
export const GoodIcon = icon('m3.5 8.5 3 3 6-7');
export const BadIcon = icon('M8 2.5 14 13H2ZM8 6.5v3M8 11.25v.01');

export const sectionIcons: Record<SectionId, () => preact.JSX.Element> = {
  personal: icon(
    'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8Zm-5.5 5.5c.6-2.3 2.8-3.5 5.5-3.5s4.9 1.2 5.5 3.5',
  ),
  professional: icon('M2.5 5.5h11v7.5h-11zM6 5.5V3.25h4V5.5M2.5 9h11'),
  billing: icon('M4 2.5h8v11l-2-1.25-2 1.25-2-1.25-2 1.25ZM6.25 5.5h3.5m-3.5 3h3.5'),
  notifications: icon(
    'M4.25 7a3.75 3.75 0 0 1 7.5 0c0 3 1.25 4 1.25 4H3s1.25-1 1.25-4ZM6.75 13.25a1.3 1.3 0 0 0 2.5 0',
  ),
  password: icon('M3.5 7.5h9v6h-9zM5.25 7.5V5.25a2.75 2.75 0 0 1 5.5 0V7.5M8 10v1'),
};
