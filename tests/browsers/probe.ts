import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { certificates } from '../portal/certificate';
import type { BrowserName } from './driver';
import { scratch } from './scratch';

/** A small extension and a small site to try the drivers on, without the product. */
export function probeExtension(browser: BrowserName): string {
  const folder = scratch('probe');
  const manifest = {
    manifest_version: 3,
    // No item of a page's own menu begins with this letter.
    name: 'Yardstick',
    version: '1.0',
    permissions: ['storage', 'webRequest', 'contextMenus'],
    optional_host_permissions: ['https://*/*'],
    host_permissions: ['https://*.spaces.nexudus.com/*', 'https://*.nexudus.site/*'],
    action: { default_popup: 'popup.html' },
    content_scripts: [{ matches: ['https://*.nexudus.site/*'], js: ['content.js'] }],
    content_security_policy: {
      extension_pages: "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    background: browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'nametag@nametag.example', strict_min_version: '142.0' },
          },
        }
      : {}),
  };
  const files: Record<string, string> = { 'manifest.json': JSON.stringify(manifest), ...sources };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const api = 'const api = globalThis.browser ?? chrome;';
const sources = {
  'background.js': `${api}
globalThis.boot = Math.random();
console.log('background started');
api.runtime.onInstalled.addListener(() => {
  for (const contexts of [['page'], ['action']])
    api.contextMenus.create({ id: contexts[0] + '-tick', type: 'checkbox', title: 'Tick', contexts });
  api.contextMenus.create({ id: 'page-grey', title: 'Grey', contexts: ['page'], enabled: false });
});
api.contextMenus.onClicked.addListener(({ menuItemId, checked }) => api.storage.local.set({ [menuItemId]: checked }));
api.webRequest.onBeforeSendHeaders.addListener(
  ({ requestHeaders }) => {
    const token = requestHeaders.find(each => each.name.toLowerCase() === 'authorization')?.value;
    if (token) api.storage.session.set({ token });
  },
  { urls: ['https://*.spaces.nexudus.com/*'] },
  ['requestHeaders'],
);
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === 'boot') reply(globalThis.boot);
  if (message === 'fetch') fetch('https://acme.spaces.nexudus.com/hello').then(() => reply('fetched'), error => reply('failed: ' + error.message));
  return message === 'fetch';
});`,
  'content.js': `document.documentElement.dataset.probe = 'here';`,
  'popup.html': `<!doctype html><meta charset="utf-8"><title>Probe</title>
<style>body { width: 320px; height: 400px; margin: 8px } #far { margin-top: 900px }</style>
<form><input id="name"><textarea id="bio"></textarea><select id="country"><option value="1">One<option value="2">Two</select>
<button id="ok" type="button">OK</button><button id="off" type="button" disabled>Off</button><input id="locked" disabled></form>
<p id="said"> nothing <b>yet</b> </p><button id="close" type="button">Close</button><button id="ask" type="button">Ask</button><button id="far" type="button">Far</button>
<script src="popup.js"></script>`,
  'popup.js': `(() => {
${api}
const events = [];
for (const type of ['click', 'keydown', 'input', 'change'])
  addEventListener(type, event => {
    events.push({ type, key: event.key ?? '', trusted: event.isTrusted, target: event.target.id ?? '', control: event.ctrlKey ?? false });
    document.body.dataset.events = JSON.stringify(events.slice(-300));
  }, true);
const [ok, close, said] = ['ok', 'close', 'said'].map(id => document.getElementById(id));
ok.addEventListener('click', () => { said.textContent = 'clicked'; });
close.addEventListener('click', () => window.close());
addEventListener('keydown', event => { if (event.ctrlKey && event.key === 's') { event.preventDefault(); said.textContent = 'saved'; } });
document.getElementById('ask').addEventListener('click', async () => {
  said.textContent = String(await api.permissions.request({ origins: ['https://members.example.com/*'] }));
});
console.log('popup opened');
})();`,
};

/** A site on the portal's host names: an API that answers any method, and a page that calls it with a token. */
export async function probeSite(): Promise<{ port: number; authority: string; close(): void }> {
  const { key, cert, authority, stranger } = await certificates();
  const site: Server = createServer(
    {
      key,
      cert,
      SNICallback: (name, done) => done(null, name === 'bad.nexudus.site' ? stranger : undefined),
    },
    (request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      // Firefox answers from its cache when it is offline.
      response.setHeader('cache-control', 'no-store');
      const isApi = request.headers.host?.endsWith('.spaces.nexudus.com');
      response.setHeader('content-type', isApi ? 'application/json' : 'text/html; charset=utf-8');
      response.end(isApi ? '{"hello":true}' : page);
    },
  );
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
  return {
    port: (site.address() as AddressInfo).port,
    authority,
    close() {
      site.closeAllConnections();
      site.close();
    },
  };
}

const page = `<!doctype html><meta charset="utf-8"><title>Site</title><h1>Site</h1><p id="answer"></p><input id="field"><button id="call">Call</button>
<p id="theme"></p>
<script>
call.onclick = event => { answer.textContent = event.isTrusted ? 'trusted click' : 'a fake'; };
fetch('https://acme.spaces.nexudus.com/hello', { headers: { authorization: 'Bearer abc' } })
  .then(reply => reply.json())
  .then(() => { document.body.dataset.ready = 'yes'; });
</script>`;
