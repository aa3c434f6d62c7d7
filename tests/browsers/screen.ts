import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** What a display shows, in pixels. */
export interface Picture {
  width: number;
  height: number;
  /** `[red, green, blue]`, each 0 to 255. */
  at(x: number, y: number): [number, number, number];
  /** Whether not a pixel differs. */
  equals(other: Picture): boolean;
  /** Whether a row of pixels is the same in both. */
  hasRowOf(other: Picture, y: number): boolean;
  /** How many pixels differ. */
  differsFrom(other: Picture): number;
  png(): Buffer;
}

const word = (file: Buffer, index: number) => file.readUInt32BE(index * 4);

/** Reads the framebuffer that Xvfb keeps in a file: an X window dump, a header of words and then 32 bits for each pixel. */
export function readScreen(path: string): Picture {
  const file = readFileSync(path);
  const [header, width, height, row, colors] = [0, 4, 5, 12, 19].map(index => word(file, index)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const start = header + colors * 12;
  const bytes = file.subarray(start);
  const at = (x: number, y: number): [number, number, number] => {
    const place = y * row + x * 4;
    return [bytes[place + 2] ?? 0, bytes[place + 1] ?? 0, bytes[place] ?? 0];
  };
  const picture: Picture & { bytes: Buffer } = {
    width,
    height,
    at,
    equals: other => bytes.equals((other as typeof picture).bytes),
    hasRowOf: (other, y) =>
      bytes.compare((other as typeof picture).bytes, y * row, (y + 1) * row, y * row, (y + 1) * row) === 0,
    differsFrom(other) {
      const [pixels, others] = [wordsOf(bytes), wordsOf((other as typeof picture).bytes)];
      let count = 0;
      for (let index = 0; index < pixels.length; index += 1) if (pixels[index] !== others[index]) count += 1;
      return count;
    },
    png: () => pngOf(width, height, at),
    bytes,
  };
  return picture;
}

/** Copied, because a view of words has to begin at a whole word. */
const wordsOf = (bytes: Buffer) =>
  new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));

function pngOf(width: number, height: number, at: Picture['at']): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(at(x, y), y * (1 + width * 3) + 1 + x * 3);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  size.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
