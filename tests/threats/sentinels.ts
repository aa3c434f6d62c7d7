import { randomInt } from 'node:crypto';

/** What must be found nowhere: a value that is nowhere by chance, with what it stands for. */
export interface Sentinel {
  name: string;
  value: string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const random = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** The accent and the quotation mark make each way of writing it differ from the others. */
export const sentinel = (name: string): Sentinel => ({ name, value: `${random(24)}é"${random(6)}` });
/** For what may only be letters and digits, and must have both, such as a password. */
export const plainSentinel = (name: string): Sentinel => ({ name, value: `${random(26)}a7` });

const unicodeEscapes = (text: string) =>
  text.replace(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The part of a base64 text that is the same wherever the value stands in what was encoded. */
function base64Cores(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first characters hold bits of what came before, the last one of what comes after.
    return text.slice(Math.ceil((offset * 8) / 6), -2);
  });
}

/** Every way in which a value may be written into a file, a message or a log, by name. */
export function encodings(value: string): Record<string, Buffer[]> {
  const json = JSON.stringify(value).slice(1, -1);
  const base64 = base64Cores(value);
  return {
    raw: [Buffer.from(value), Buffer.from(value, 'latin1')],
    'UTF-16LE': [Buffer.from(value, 'utf16le')],
    base64: [...base64, ...base64.map(text => text.replaceAll('+', '-').replaceAll('/', '_'))].map(text =>
      Buffer.from(text),
    ),
    'URL-encoded': [Buffer.from(encodeURIComponent(value)), Buffer.from(escape(value))],
    'JSON-escaped': [Buffer.from(json), Buffer.from(unicodeEscapes(json))],
  };
}

/** Long random values are looked for in pieces too: a database may break them at the end of a page. */
const piecesOf = (value: string): string[] =>
  value.length < 100
    ? [value]
    : [value.slice(0, 40), value.slice(value.length / 2, value.length / 2 + 40), value.slice(-40)];

export interface Hit {
  name: string;
  encoding: string;
  where: string;
}

/** A search for many sentinels in many places; the needles are made once. */
export function createScanner(sentinels: readonly Sentinel[]) {
  const needles = sentinels.flatMap(({ name, value }) =>
    piecesOf(value).flatMap(piece =>
      Object.entries(encodings(piece)).flatMap(([encoding, forms]) =>
        forms.map(form => ({ name, encoding, form })),
      ),
    ),
  );
  return (where: string, bytes: Buffer): Hit[] => {
    const found = new Map<string, Hit>();
    for (const { name, encoding, form } of needles)
      if (!found.has(name) && bytes.includes(form)) found.set(name, { name, encoding, where });
    return [...found.values()];
  };
}

/** The same in one text, such as a log or a document. */
export const scanText = (sentinels: readonly Sentinel[], where: string, text: string): Hit[] =>
  createScanner(sentinels)(where, Buffer.from(text));
