import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate } from 'selfsigned';

/** The names that the certificate is good for: the product's hosts, one custom domain, and names for foreign pages in tests. */
const NAMES = [
  'spaces.nexudus.com',
  '*.spaces.nexudus.com',
  '*.nexudus.com',
  'nexudus.site',
  '*.nexudus.site',
  'members.example.com',
  '*.example.com',
  'evil.test',
  '*.evil.test',
  'localhost',
];

type CertificateExtension = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>[number];

export interface Certificates {
  /** PEM file of the throw-away authority; a browser that trusts it trusts the portal for real. */
  readonly authority: string;
  /** The authority itself, as PEM text, for Node's `ca` option. */
  ca: string;
  key: string;
  cert: string;
  /** base64 SHA-256 of the leaf's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
  /** A certificate of nobody's: what a broken or intercepted connection presents. */
  stranger: SecureContext;
}

const day = 24 * 3600 * 1000;
/** A day early, so that a clock that is a little wrong still accepts it. */
const life = (days: number) => ({
  notBeforeDate: new Date(Date.now() - day),
  notAfterDate: new Date(Date.now() + days * day),
});
const elliptic = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const named = (value: string) => [{ name: 'commonName', value }];

/** On demand, and removed at exit: most tests trust the text, and a worker that is stopped leaves its files behind. */
function writeAuthority(pem: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-authority-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, `${pem}\n`);
  return file;
}

async function makeCertificates(): Promise<Certificates> {
  // The authority's name is its own each time: a browser profile that met an earlier one must not confuse them.
  const authority = await generate(named(`Throw-away authority ${randomUUID().slice(0, 8)}`), {
    ...elliptic,
    ...life(30),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const extensions: CertificateExtension[] = [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [...NAMES.map(value => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }],
    },
  ];
  const leafOptions = { ...elliptic, ...life(20), extensions };
  const [leaf, stranger] = await Promise.all([
    generate(named('spaces.nexudus.com'), {
      ...leafOptions,
      ca: { key: authority.private, cert: authority.cert },
    }),
    generate(named('stranger.invalid'), leafOptions),
  ]);

  let file: string | undefined;
  const publicKey = new X509Certificate(leaf.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    get authority() {
      file ??= writeAuthority(authority.cert);
      return file;
    },
    ca: authority.cert,
    key: leaf.private,
    cert: leaf.cert,
    spki: createHash('sha256').update(publicKey).digest('base64'),
    stranger: createSecureContext({ key: stranger.private, cert: stranger.cert }),
  };
}

let made: Promise<Certificates> | undefined;

/** Made once per process: every portal of a test run is then trusted by one import into the browser. */
export function certificates(): Promise<Certificates> {
  made ??= makeCertificates();
  return made;
}
