import { restyle } from './config.js';
import { h } from './dom.js';

const unname = element => {
  element.removeAttribute('class');
  element.removeAttribute('id');
};

const after = ms => new Promise(resolve => setTimeout(resolve, ms));

/** What operators do to a portal's pages: each takes away something that a visitor might rely on. */
const restyles = {
  none() {},
  'no menu'(root) {
    for (const menu of root.querySelectorAll('.section-menu')) menu.remove();
  },
  'no account menu'(root) {
    for (const menu of root.querySelectorAll('.account')) menu.remove();
  },
  bare(root) {
    for (const part of root.querySelectorAll('.section-menu, .site-header, .site-footer')) part.remove();
  },
  renamed(root) {
    for (const element of root.querySelectorAll('nav, nav *, header *')) {
      unname(element);
      element.removeAttribute('aria-label');
      element.removeAttribute('aria-labelledby');
    }
  },
  /** The menus come two seconds after the page. */
  late(root) {
    const menus = [...root.querySelectorAll('.section-menu, .account')].map(menu => {
      const place = document.createComment('later');
      menu.replaceWith(place);
      return () => place.replaceWith(menu);
    });
    return after(2000).then(() => {
      for (const bring of menus) bring();
    });
  },
  /** The operator's script draws the menus again, twice a second for a while. */
  async rebuilt(root) {
    for (let left = 10; left > 0; left -= 1) {
      await after(500);
      for (const menu of root.querySelectorAll('.section-menu')) menu.replaceWith(menu.cloneNode(true));
    }
  },
  /** Elements whose names hide what `document` and `window` offer. */
  clobbered(root) {
    for (const name of ['body', 'head', 'createElement', 'querySelector', 'documentElement', 'location'])
      root.append(h('form', { name, id: name, hidden: true }));
  },
};

/** Marks the page once nothing more is drawn by it, for the tests to wait for. */
export async function applyRestyle(root) {
  await restyles[restyle]?.(root);
  root.dataset.drawn = 'yes';
}
