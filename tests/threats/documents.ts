/** A menu as the portal has it. */
export const menu =
  '<nav><a href="/acme/user/profile/personal">Personal</a><a href="/acme/user/profile/billing">Billing</a></nav>';

/** Documents that are not what a script expects of a page; `{}` is where the portal's menu would be. */
export const documents: readonly [name: string, html: string, headers?: Record<string, string>][] = [
  ['no doctype', `<p>page</p>${menu}`],
  ['frameset', '<html><frameset cols="*"><frame src="about:blank"></frameset></html>'],
  [
    'svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><text>page</text></svg>',
    { 'content-type': 'image/svg+xml' },
  ],
  ['xml', '<?xml version="1.0"?><page><nav/></page>', { 'content-type': 'application/xml' }],
  [
    'xhtml',
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${menu}</body></html>`,
    { 'content-type': 'application/xhtml+xml' },
  ],
  ['text', 'page', { 'content-type': 'text/plain' }],
  ['json', '{"page":true}', { 'content-type': 'application/json' }],
  ['empty', ''],
  ['no head, no body', `<!doctype html><script>document.head.remove(); document.body?.remove();</script>`],
  ['no root', '<!doctype html><p>page</p><script>onload = () => document.documentElement.remove()</script>'],
  [
    'clobbered document',
    `<!doctype html><img name="body"><img name="querySelectorAll"><form name="createElement"></form><img name="createElementNS"><img name="head">${menu}`,
  ],
  [
    'clobbered form',
    `<!doctype html><form><input name="attributes"><input name="append"><input name="parentNode"><input name="closest">${menu}</form>`,
  ],
  [
    'clobbered anchors',
    `<!doctype html><nav><a id="href" href="/acme/user/profile/personal">A</a><a href="javascript:alert(1)">B</a><a href="http://[">C</a><a href="/acme/user/profile/billing">D</a></nav>`,
  ],
  [
    'replaced built-ins',
    `<!doctype html>${menu}<script>
for (const name of ['querySelectorAll', 'createElementNS']) Document.prototype[name] = () => { throw new Error('replaced'); };
for (const name of ['append', 'before', 'after', 'closest', 'matches', 'attachShadow', 'remove']) Element.prototype[name] = () => { throw new Error('replaced'); };
Array.prototype.map = Array.prototype.filter = () => { throw new Error('replaced'); };
globalThis.setTimeout = globalThis.MutationObserver = globalThis.Promise = undefined;</script>`,
  ],
  [
    'proxied location',
    `<!doctype html>${menu}<script>history.replaceState(null, '', '/acme/user/profile/' + 'x'.repeat(5000));</script>`,
  ],
  [
    'strict policy',
    `<!doctype html>${menu}`,
    { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; sandbox" },
  ],
  [
    'trusted types',
    `<!doctype html>${menu}`,
    { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  ],
  ['thousands of menus', `<!doctype html>${menu.repeat(2_000)}`],
  ['deep nesting', `<!doctype html>${'<div>'.repeat(5_000)}${menu}`],
  [
    'a menu that removes what is put in it',
    `<!doctype html>${menu}<script>new MutationObserver(all => { for (const { addedNodes } of all) for (const node of addedNodes) node.remove?.(); }).observe(document.querySelector('nav'), { childList: true });</script>`,
  ],
];
