import { parseArgs } from 'node:util';
import { appUrl, hostRules } from './addresses';
import { openBrowser, prepareFirefox } from './open';
import { createPortal, type PortalOptions } from './portal';
import { seededMembers } from './state/people';

const { values: asked } = parseArgs({
  options: {
    open: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    port: { type: 'string', default: '5443' },
    'no-throttle': { type: 'boolean', default: false },
  },
});

/** Run by hand, the portal throttles as the real one says it does. */
const options: PortalOptions = {
  port: Number(asked.port),
  switches: {
    throttle: {
      on: !asked['no-throttle'],
      requests: 10,
      seconds: 5,
      writesPerMinute: 60,
      status: 429,
    },
  },
};

const portal = await createPortal(options).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return createPortal({ ...options, port: 0 });
});
const start = appUrl('acme');
const firefoxProfile = prepareFirefox(portal);

console.log(`The stand-in portal answers on 127.0.0.1:${portal.port} under its production names.

Spaces
${portal.spaces.map(({ slug, name }) => `  ${appUrl(slug)}  ${name}`).join('\n')}
  https://members.example.com/  a custom domain of acme
  https://acme.spaces.nexudus.com/account/profile  the older pages

People (e-mail / password)
${seededMembers.map(({ email, password, spaces, about }) => `  ${email} / ${password}  in ${Object.keys(spaces).join(', ')}: ${about}`).join('\n')}

Open it in Chromium
  chromium --user-data-dir="$(mktemp -d)" --no-first-run '--host-resolver-rules=${hostRules(portal.port)}' '--ignore-certificate-errors-spki-list=${portal.spki}' ${start}

Open it in Firefox
  firefox --no-remote --profile '${firefoxProfile}' ${start}

The certificate's authority, to trust it elsewhere
  ${portal.authority}

Ctrl+C stops it.`);

const browser = asked.open ? await openBrowser(portal, asked.browser, start, firefoxProfile) : undefined;

const stop = async () => {
  await browser?.close();
  await portal.close();
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
