import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;

/** The files of a zip by their paths, read from its directory as a browser reads it. Throws when it is none. */
export function filesOfZip(path: string): Map<string, Buffer> {
  const zip = readFileSync(path);
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== endOfDirectory) throw new Error(`${path} does not end as a zip does.`);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  while (at < end) {
    if (zip.readUInt32LE(at) !== entryOfDirectory) throw new Error(`${path} is damaged at ${at}.`);
    const [method, packed, size] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ];
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(data, data + packed);
    const file = method === 0 ? bytes : inflateRawSync(bytes);
    const called = zip.toString('utf8', at + 46, at + 46 + name);
    if (file.length !== size) throw new Error(`${called} in ${path} has ${file.length} of ${size} bytes.`);
    files.set(called, file);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Writes the files of a zip into a folder. A path that leads out of it is refused. */
export function unzip(path: string, folder: string): void {
  for (const [name, bytes] of filesOfZip(path)) {
    const file = join(folder, name);
    if (!resolve(file).startsWith(resolve(folder))) throw new Error(`${name} leads out of the folder.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
