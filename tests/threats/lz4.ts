/** Firefox packs its session files as mozLz4: a mark, the size, and one LZ4 block. A search in the packed bytes finds nothing. */
const mark = Buffer.from('mozLz40\0');

export const isMozLz4 = (bytes: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

export function unpackMozLz4(bytes: Buffer): Buffer {
  const size = bytes.readUInt32LE(mark.length);
  return unpackBlock(bytes.subarray(mark.length + 4), size);
}

/** One LZ4 block: runs of literal bytes, each followed by a copy of what was unpacked before. */
export function unpackBlock(block: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const length = (nibble: number) => {
    if (nibble < 15) return nibble;
    let sum = nibble;
    let byte: number;
    do {
      byte = block[from++] ?? 0;
      sum += byte;
    } while (byte === 255);
    return sum;
  };
  while (from < block.length) {
    const token = block[from++] ?? 0;
    const literals = length(token >> 4);
    block.copy(out, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= block.length) break;
    const distance = block.readUInt16LE(from);
    from += 2;
    const matched = length(token & 15) + 4;
    // Byte by byte: a copy may overlap itself, which repeats it.
    for (let n = 0; n < matched; n += 1, to += 1) out[to] = out[to - distance] ?? 0;
  }
  return out.subarray(0, to);
}
