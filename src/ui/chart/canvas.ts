import { paper, solidColours, type Colour } from './palette';
import { glyphGap, glyphWidth, strokesOf, textWidth } from './glyphs';

/** Edges are smoothed in quarters: fine enough for the eye, few enough for a small palette. */
const shades = 4;

const pack = ([red, green, blue]: Colour): number => (red << 16) | (green << 8) | blue;

const blend = (below: Colour, above: Colour, share: number): Colour => {
  const mix = (index: 0 | 1 | 2): number => Math.round(below[index] + (above[index] - below[index]) * share);
  return [mix(0), mix(1), mix(2)];
};

/** Four bits a pixel: half the bytes to compress. The solid colours come first, what is left goes to smoothed edges. */
const mostColours = 16;

/** A picture as numbers of a palette of sixteen. Lengths are device pixels. */
export class Canvas {
  readonly pixels: Uint8Array;
  private readonly colours: Colour[] = [...solidColours];
  private readonly known = new Map<number, number>(solidColours.map((colour, index) => [pack(colour), index]));

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height);
  }

  get palette(): readonly Colour[] {
    return this.colours;
  }

  fill(left: number, top: number, width: number, height: number, colour: Colour): void {
    const index = this.indexOf(colour);
    const right = Math.min(this.width, Math.round(left + width));
    const bottom = Math.min(this.height, Math.round(top + height));
    for (let y = Math.max(0, Math.round(top)); y < bottom; y += 1) this.pixels.fill(index, y * this.width + Math.max(0, Math.round(left)), y * this.width + right);
  }

  /** A bar whose two upper corners are rounded off. */
  bar(left: number, top: number, width: number, height: number, colour: Colour, radius: number): void {
    const round = Math.min(radius, width / 2, height);
    this.fill(left, top + round, width, height - round, colour);
    this.fill(left + round, top, width - 2 * round, round, colour);
    this.disc(left + round, top + round, round, colour, top + round);
    this.disc(left + width - round, top + round, round, colour, top + round);
  }

  /** A filled circle; nothing is drawn at or below `limit`. */
  disc(x: number, y: number, radius: number, colour: Colour, limit = this.height): void {
    this.cover(x - radius, y - radius, x + radius, Math.min(y + radius, limit), colour, (px, py) => (py >= limit ? 0 : radius + 0.5 - Math.hypot(px - x, py - y)));
  }

  line(fromX: number, fromY: number, toX: number, toY: number, thickness: number, colour: Colour): void {
    const half = thickness / 2;
    const length = Math.hypot(toX - fromX, toY - fromY) || 1;
    const distance = (px: number, py: number): number => {
      const along = Math.max(0, Math.min(1, ((px - fromX) * (toX - fromX) + (py - fromY) * (toY - fromY)) / (length * length)));
      return Math.hypot(px - fromX - along * (toX - fromX), py - fromY - along * (toY - fromY));
    };
    this.cover(Math.min(fromX, toX) - half, Math.min(fromY, toY) - half, Math.max(fromX, toX) + half, Math.max(fromY, toY) + half, colour, (px, py) => half + 0.5 - distance(px, py));
  }

  /** Text with its upper left corner at a point; `dot` is the size of one dot of a letter. Strokes join the dots, so that letters look written. */
  text(text: string, left: number, top: number, dot: number, colour: Colour): void {
    [...text].forEach((letter, position) => {
      const start = left + position * (glyphWidth + glyphGap) * dot + dot / 2;
      for (const [fromColumn, fromRow, toColumn, toRow] of strokesOf(letter)) {
        this.line(start + fromColumn * dot, top + (fromRow + 0.5) * dot, start + toColumn * dot, top + (toRow + 0.5) * dot, dot * 0.8, colour);
      }
    });
  }

  textCentred(text: string, centre: number, top: number, dot: number, colour: Colour): void {
    this.text(text, Math.round(centre - (textWidth(text) * dot) / 2), top, dot, colour);
  }

  /** The palette's number of a colour; once it is full, of the nearest. */
  private indexOf(colour: Colour): number {
    const packed = pack(colour);
    const found = this.known.get(packed);
    if (found !== undefined) return found;
    const index = this.colours.length < mostColours ? this.colours.push(colour) - 1 : this.nearest(colour);
    this.known.set(packed, index);
    return index;
  }

  private nearest(colour: Colour): number {
    const distance = (other: Colour): number => other.reduce((sum, part, index) => sum + (part - (colour[index] ?? 0)) ** 2, 0);
    return this.colours.reduce((best, other, index) => (distance(other) < distance(this.colours[best] ?? paper) ? index : best), 0);
  }

  private cover(left: number, top: number, right: number, bottom: number, colour: Colour, covered: (x: number, y: number) => number): void {
    for (let y = Math.max(0, Math.floor(top) - 1); y < Math.min(this.height, Math.ceil(bottom) + 1); y += 1) {
      for (let x = Math.max(0, Math.floor(left) - 1); x < Math.min(this.width, Math.ceil(right) + 1); x += 1) {
        const share = Math.round(Math.max(0, Math.min(1, covered(x + 0.5, y + 0.5))) * shades) / shades;
        if (share === 0) continue;
        const at = y * this.width + x;
        this.pixels[at] = this.indexOf(share === 1 ? colour : blend(this.colours[this.pixels[at] ?? 0] ?? paper, colour, share));
      }
    }
  }
}
