import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

interface Chunk {
  type: string;
  data: Buffer;
}

function* chunksOf(png: Buffer): Generator<Chunk> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function chunk({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([frame, named, sum]);
}

/** The same picture, packed as tightly as zlib can: browsers pack theirs in a hurry. Nothing but the pixels is kept. */
export function repack(png: Buffer): Buffer {
  const chunks = [...chunksOf(png)];
  const pixels = inflateSync(
    Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))),
  );
  const packed = deflateSync(pixels, { level: 9, memLevel: 9 });
  const kept = chunks.filter(({ type }) => type === 'IHDR');
  return Buffer.concat([
    signature,
    ...[...kept, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }].map(chunk),
  ]);
}
