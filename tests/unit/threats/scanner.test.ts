import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { scanFolder } from '../../threats/disk';
import { unpackBlock } from '../../threats/lz4';
import { encodings, scanText, sentinel } from '../../threats/sentinels';

/** The search itself must find what is planted, in every way of writing; else its zeros mean nothing. */
const secret = sentinel('secret');
const folder = mkdtempSync(join(tmpdir(), 'nametag-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noise = Buffer.from('noise '.repeat(100));
/** LZ4 as a row of literals: valid, if not small. */
function lz4(bytes: Buffer): Buffer {
  const extra = bytes.length - 15;
  const lengths = [...Array.from({ length: Math.floor(extra / 255) }, () => 255), extra % 255];
  return Buffer.concat([Buffer.from([0xf0, ...lengths]), bytes]);
}
const mozLz4 = (bytes: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from('mozLz40\0'), size, lz4(bytes)]);
};

const forms: [name: string, bytes: Buffer][] = [
  ...Object.entries(encodings(secret.value)).flatMap(([name, all]) =>
    all.map((form, index): [string, Buffer] => [`${name} ${index}`, form]),
  ),
  ...[0, 1, 2].map((offset): [string, Buffer] => [
    `base64 of more, ${offset}`,
    Buffer.from(Buffer.from(`${'x'.repeat(offset)}${secret.value} and more`).toString('base64')),
  ]),
  ['JSON in JSON', Buffer.from(JSON.stringify({ a: secret.value }))],
  [
    'a query',
    Buffer.from(String(new URLSearchParams({ a: encodeURIComponent(secret.value) })).replaceAll('%25', '%')),
  ],
  ['mozLz4', mozLz4(Buffer.from(`${noise}${secret.value}${noise}`))],
  ['gzip in a cache entry', Buffer.concat([noise, gzipSync(`${secret.value}`)])],
];

test.each(forms)('%s is found', (_, bytes) => {
  const path = join(folder, 'file');
  writeFileSync(path, Buffer.concat([Buffer.from([]), bytes]));
  expect(scanFolder(folder, [secret]).hits.map(({ name }) => name)).toContain('secret');
});

test('what is not there is not found', () => {
  writeFileSync(join(folder, 'file'), noise);
  expect(scanFolder(folder, [secret]).hits).toEqual([]);
  expect(scanText([secret], 'log', sentinel('other').value)).toEqual([]);
});

test('a copy that overlaps itself is unpacked', () => {
  // Three literals, then a copy of twelve from three back.
  expect(unpackBlock(Buffer.from([0x38, 0x61, 0x62, 0x63, 3, 0]), 15).toString()).toBe('abcabcabcabcabc');
});

test('a long token is found by a piece of it', () => {
  const token = { name: 'token', value: 'abcdefghijkmnopqrstuvwxyz0123456789ABCDEFGH'.repeat(10) };
  expect(scanText([token], 'log', `x${token.value.slice(0, 60)}y`)).toHaveLength(1);
});
