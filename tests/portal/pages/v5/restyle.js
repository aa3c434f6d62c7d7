import { restyle } from './config.js';
import { h } from './dom.js';

const unname = element => {
  element.removeAttribute('class');
  element.removeAttribute('id');
};

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
    for (const menu of root.querySelectorAll('.section-menu, .account')) {
      const place = document.createComment('later');
      menu.replaceWith(place);
      setTimeout(() => place.replaceWith(menu), 2000);
    }
  },
  /** The operator's script draws the menus again, twice a second for a while. */
  rebuilt(root) {
    let left = 10;
    const timer = setInterval(() => {
      for (const menu of root.querySelectorAll('.section-menu')) menu.replaceWith(menu.cloneNode(true));
      if (--left === 0) clearInterval(timer);
    }, 500);
  },
  /** Elements whose names hide what `document` and `window` offer. */
  clobbered(root) {
    for (const name of ['body', 'head', 'createElement', 'querySelector', 'documentElement', 'location'])
      root.append(h('form', { name, id: name, hidden: true }));
  },
};

export const applyRestyle = root => restyles[restyle]?.(root);
