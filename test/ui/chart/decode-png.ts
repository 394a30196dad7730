import { crc32, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colours: number;
  /** `#rrggbb` of a pixel. */
  readonly at: (x: number, y: number) => string;
}

/** Reads an indexed PNG back, checking what a viewer would check: signature, chunk sums, the compressed stream's own sum. */
export const decodePng = (bytes: readonly number[]): Picture => {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('Not a PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== file.readUInt32BE(at + 8 + length)) throw new Error(`Wrong sum of ${body.toString('latin1', 0, 4)}`);
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  const part = (name: string): Buffer => {
    const found = chunks.get(name);
    if (found === undefined) throw new Error(`No ${name}`);
    return found;
  };
  const header = part('IHDR');
  const [width, height, depth] = [header.readUInt32BE(0), header.readUInt32BE(4), header.readUInt8(8)];
  const palette = part('PLTE');
  const data = inflateSync(part('IDAT'));
  const stride = Math.ceil((width * depth) / 8);
  if (data.length !== (stride + 1) * height) throw new Error(`${data.length} bytes of picture`);
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    if (data[y * (stride + 1)] !== 2) throw new Error('Unexpected filter');
    const row = Buffer.from(data.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    const above = rows[y - 1];
    if (above !== undefined) for (let at = 0; at < stride; at += 1) row[at] = ((row[at] ?? 0) + (above[at] ?? 0)) & 0xff;
    rows.push(row);
  }
  const numberAt = (x: number, y: number): number => {
    const byte = rows[y]?.[Math.floor((x * depth) / 8)] ?? 0;
    return depth === 8 ? byte : x % 2 === 0 ? byte >> 4 : byte & 0x0f;
  };
  return {
    width, height, depth, colours: palette.length / 3,
    at: (x, y) => `#${palette.subarray(numberAt(x, y) * 3, numberAt(x, y) * 3 + 3).toString('hex')}`,
  };
};
