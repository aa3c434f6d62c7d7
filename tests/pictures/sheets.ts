import type { Moment } from './take';

/** The popup's size on a sheet, in CSS pixels; its pictures have twice as many. */
const popup = { width: 380, height: 600 };

/** One picture that is committed: where it goes, how large it is in CSS pixels, and what it shows. */
export interface Sheet {
  file: string;
  width: number;
  height: number;
  /** Pixels per CSS pixel. The stores want their sizes exactly. */
  scale: 1 | 2;
  /** Without a ground of its own, for a page of any colour. */
  bare?: boolean;
  body(source: (moment: Moment) => string): string;
}

const popupOf = (src: string, wide = popup.width) =>
  `<img class="popup" src="${src}" style="width:${wide}px">`;

/** A screenshot for the stores: words on the left, the popup as it is on the right. */
const slide = (file: string, moment: Moment, title: string, text: string): Sheet => ({
  file: `store/images/${file}.png`,
  width: 1280,
  height: 800,
  scale: 1,
  body: source => `
    <main class="slide">
      <div class="words"><img class="icon" src="${icon}"><h1>${title}</h1><p>${text}</p></div>
      ${popupOf(source(moment), 440)}
    </main>`,
});

/** Filled in by `style`, so that a sheet needs nothing beside itself. */
const icon = 'ICON';

export const sheets: readonly Sheet[] = [
  {
    file: 'docs/images/popup.png',
    width: popup.width + 80,
    height: popup.height + 80,
    scale: 2,
    bare: true,
    body: source => `<main class="alone">${popupOf(source('changed'))}</main>`,
  },
  {
    file: 'store/images/1-on-the-portal.png',
    width: 1280,
    height: 800,
    scale: 1,
    body: source => `
      <main class="portal"><img class="page" src="${source('portal')}">${popupOf(source('changed'))}</main>`,
  },
  slide(
    '2-what-will-be-sent',
    'review',
    'Only what you changed',
    'Old and new side by side, and the exact request, before you press Save.',
  ),
  slide(
    '3-saved',
    'saved',
    'Saved means saved',
    'Every save is read back from the portal, and one press of Undo puts it back.',
  ),
  slide(
    '4-switches',
    'switches',
    'Mail when you want it',
    'Six switches that apply at once, here or by a right click.',
  ),
  slide('5-dark', 'dark', 'At home in the dark', 'Seven languages, two themes, everything by keyboard.'),
  {
    file: 'store/images/tile.png',
    width: 440,
    height: 280,
    scale: 1,
    body: source => `
      <main class="tile"><div><img class="icon" src="${icon}"><h1>Nametag</h1><p>Your coworking profile, edited in seconds</p></div>
      ${popupOf(source('changed'), 230)}</main>`,
  },
];

export const page = ({ body, bare }: Sheet, source: (moment: Moment) => string, badge: string) =>
  `<style>
    * { margin: 0; box-sizing: border-box }
    body { font-family: "Noto Sans", system-ui, sans-serif; color: #0e2b27; ${bare ? '' : 'background: linear-gradient(135deg, #e0f0ed, #fdfdfc 55%, #dfe9f7)'} }
    main { position: relative; width: 100vw; height: 100vh; overflow: hidden; display: flex }
    .popup { display: block; border-radius: 10px; box-shadow: 0 0 0 1px #0e2b2722, 0 6px 12px #0e2b2714, 0 18px 40px #0e2b2726 }
    .icon { width: 72px }
    .alone { align-items: start; justify-content: center; padding-top: 28px }
    .slide { align-items: center; justify-content: space-between; padding: 0 120px 0 110px }
    .slide .words { width: 470px }
    h1 { font-size: 54px; line-height: 1.1; letter-spacing: -.02em; margin: 28px 0 20px }
    p { font-size: 24px; line-height: 1.45; color: #3d5550 }
    .portal .page { width: 1280px; height: 100%; object-fit: cover; object-position: top left }
    .portal .popup { position: absolute; top: 12px; right: 36px }
    .tile { align-items: start; padding: 30px 0 0 28px; gap: 26px }
    .tile > div { width: 150px; flex: none }
    .tile .icon { width: 52px }
    .tile h1 { font-size: 30px; margin: 14px 0 8px }
    .tile p { font-size: 15px }
  </style>${body(source).replaceAll('ICON', badge)}`;
