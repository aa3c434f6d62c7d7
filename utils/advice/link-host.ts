/**
 * The host that a link leads to, as it stands beside words that do not say it. A careful mail program does the same: whoever reads
 * "your bank" or "good.example" sees where a click goes.
 */

/** Scripts whose letters a host may show; each alone, because look-alikes are made by mixing them. */
const scripts = [
  /^[a-z\u00df-\u00f6\u00f8-\u017f]+$/,
  /^\p{scx=Arabic}+$/u,
  /^\p{scx=Cyrillic}+$/u,
  /^\p{scx=Devanagari}+$/u,
  /^\p{scx=Greek}+$/u,
  /^\p{scx=Hangul}+$/u,
  /^\p{scx=Hebrew}+$/u,
  /^\p{scx=Thai}+$/u,
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+$/u,
];

const withoutWww = (host: string) => host.replace(/^www\./, '');

/** The host of a web address for reading: as it was written where its letters are all of one script, else in Punycode. */
export function readableHost(address: string): string {
  const { host, hostname } = new URL(address);
  const [, typed = ''] = /^https?:\/\/([^/?#\\:]*)/i.exec(address) ?? [];
  const written = typed.toLowerCase().normalize('NFC');
  const letters = written.replace(/[\d.-]/g, '');
  const isReadable =
    /[^\0-\x7f]/.test(written) &&
    scripts.some(script => script.test(letters)) &&
    URL.canParse(`https://${written}`) &&
    new URL(`https://${written}`).hostname === hostname;
  return withoutWww(isReadable ? host.replace(hostname, written) : host);
}

/** Whether words name that host and no other. What looks like a host counts as one, so "node.js" gets its host beside it. */
function names(words: string, host: string): boolean {
  const named = words
    .toLowerCase()
    .split(/[\s,;()<>[\]"']+/)
    .map(word => word.replace(/^\w+:\/\//, '').replace(/[/?#\\].*|[.:!]+$/, ''))
    .filter(word => word.includes('.'));
  return named.length > 0 && named.every(word => withoutWww(word) === host);
}

/** What stands beside the words of a link, or undefined where the words say it themselves. */
export function hostBeside(words: string, address: string): string | undefined {
  const host = readableHost(address);
  return names(words, host) ? undefined : host;
}
