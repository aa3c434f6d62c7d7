import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** What a display shows, in pixels. */
export interface Picture {
  width: number;
  height: number;
  /** `[red, green, blue]`, each 0 to 255. */
  at(x: number, y: number): [number, number, number];
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
  // Copied, because a view of words has to begin at a whole word.
  const pixels = new Uint32Array(file.buffer.slice(file.byteOffset + start, file.byteOffset + file.length));
  const at = (x: number, y: number): [number, number, number] => {
    const pixel = pixels[y * (row / 4) + x] ?? 0;
    return [(pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255];
  };
  const picture: Picture & { pixels: Uint32Array } = {
    width,
    height,
    at,
    differsFrom(other) {
      const others = (other as typeof picture).pixels;
      let count = 0;
      for (let index = 0; index < pixels.length; index += 1) if (pixels[index] !== others[index]) count += 1;
      return count;
    },
    png: () => pngOf(width, height, at),
    pixels,
  };
  return picture;
}

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
