import type { Canvas } from './canvas';

/** Raw deflate (RFC 1951) of bytes: the platform's own compressor, handed in. */
export type Deflate = (bytes: number[]) => number[];

const crcTable = Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const crc = (bytes: readonly number[]): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

const adler = (bytes: readonly number[]): number => {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
};

const fourBytes = (value: number): number[] => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

const chunk = (name: string, data: readonly number[]): number[] => {
  const body = [...name].map((letter) => letter.charCodeAt(0)).concat(data);
  return fourBytes(data.length).concat(body, fourBytes(crc(body)));
};

const depth = 4;

/** One row, two pixels a byte. */
const packRow = (canvas: Canvas, y: number): Uint8Array => {
  const row = new Uint8Array(Math.ceil(canvas.width / 2));
  for (let at = 0; at < row.length; at += 1) {
    const left = canvas.pixels[y * canvas.width + 2 * at] ?? 0;
    const right = 2 * at + 1 < canvas.width ? canvas.pixels[y * canvas.width + 2 * at + 1] ?? 0 : 0;
    row[at] = (left << 4) | right;
  }
  return row;
};

/** Filter "up": a chart's rows mostly repeat the row above, so mostly zeros are left to compress. */
const filtered = (canvas: Canvas): number[] => {
  const bytes: number[] = [];
  let above: Uint8Array | null = null;
  for (let y = 0; y < canvas.height; y += 1) {
    const row = packRow(canvas, y);
    bytes.push(2);
    for (let at = 0; at < row.length; at += 1) bytes.push(((row[at] ?? 0) - (above?.[at] ?? 0)) & 0xff);
    above = row;
  }
  return bytes;
};

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** An indexed-colour PNG (ISO/IEC 15948) of four bits a pixel. Bytes are 0–255. */
export const encodePng = (canvas: Canvas, deflate: Deflate): number[] => {
  const raw = filtered(canvas);
  // The platform's byte arrays are signed; a PNG's are not.
  const compressed = deflate(raw).map((byte) => byte & 0xff);
  return signature.concat(
    chunk('IHDR', [...fourBytes(canvas.width), ...fourBytes(canvas.height), depth, 3, 0, 0, 0]),
    chunk('PLTE', canvas.palette.flatMap((colour) => [...colour])),
    chunk('IDAT', [0x78, 0x9c].concat(compressed, fourBytes(adler(raw)))),
    chunk('IEND', []),
  );
};
