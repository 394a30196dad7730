import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { BarChart } from '../../../src/reports';
import { barChartPng, cssColour } from '../../../src/ui/chart';
import { gridStep } from '../../../src/ui/chart/bar-chart';
import { drawable, textWidth } from '../../../src/ui/chart/glyphs';
import { decodePng, type Picture } from './decode-png';

const deflate = (bytes: number[]): number[] => [...deflateRawSync(Buffer.from(bytes))];
const draw = (chart: BarChart): Picture => decodePng(barChartPng(chart, deflate));

const chart = (changes: Partial<BarChart> = {}): BarChart => ({
  alt: 'Two bars', categories: ['A', 'B'], meanings: ['one', 'two'], unit: '%', top: 100,
  bars: [{ name: 'this month', colour: 'blue', values: [100, 50] }],
  ...changes,
});

const heightOf = (picture: Picture, colour: string, from: number, to: number): number => {
  let tallest = 0;
  for (let x = from; x < to; x += 1) {
    let height = 0;
    for (let y = 0; y < picture.height; y += 1) if (picture.at(x, y) === colour) height += 1;
    tallest = Math.max(tallest, height);
  }
  return tallest;
};

describe('bar chart', () => {
  it('is a valid indexed PNG of twice its shown size, small enough for a mail', () => {
    const bytes = barChartPng(chart(), deflate);
    const picture = decodePng(bytes);
    expect([picture.width, picture.height, picture.depth]).toEqual([1120, 520, 4]);
    expect(bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)).toBe(true);
    expect(bytes.length).toBeLessThan(20_000);
  });

  it('draws a bar of half the value half as tall', () => {
    const picture = draw(chart());
    const whole = heightOf(picture, cssColour('blue'), 0, 600);
    const half = heightOf(picture, cssColour('blue'), 600, 1120);
    expect(Math.abs(whole - 2 * half)).toBeLessThanOrEqual(2);
    expect(whole).toBeGreaterThan(300);
  });

  it('leaves a gap for a value that does not exist', () => {
    const picture = draw(chart({ bars: [{ name: 'this month', colour: 'blue', values: [null, 50] }] }));
    expect(heightOf(picture, cssColour('blue'), 0, 600)).toBe(0);
    expect(heightOf(picture, cssColour('blue'), 600, 1120)).toBeGreaterThan(100);
  });

  it('draws target marks and a line in their own colours', () => {
    const picture = draw(chart({
      marks: { name: 'target', colour: 'orange', values: [95, 95] },
      line: { name: 'share', colour: 'green', values: [40, 100] },
    }));
    expect(heightOf(picture, cssColour('orange'), 0, 600)).toBeGreaterThanOrEqual(4);
    expect(heightOf(picture, cssColour('green'), 560, 620)).toBeGreaterThanOrEqual(4);
  });

  it('accepts the signed bytes that the platform works with', () => {
    const signed = (bytes: number[]): number[] => deflate(bytes).map((byte) => (byte > 127 ? byte - 256 : byte));
    expect(barChartPng(chart(), signed)).toEqual(barChartPng(chart(), deflate));
  });

  it('holds every value, number of categories and label without failing', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ label: fc.stringMatching(/^[A-Z0-9%./ -]{1,5}$/), value: fc.option(fc.integer({ min: -5, max: 100000 })) }), { maxLength: 12 }),
      (points) => {
        const picture = draw({ alt: '', unit: '', categories: points.map(({ label }) => label), meanings: points.map(({ label }) => label), bars: [{ name: 'n', colour: 'blue', values: points.map(({ value }) => value) }] });
        return picture.width === 1120;
      },
    ), { numRuns: 8 });
  });

  it('spaces gridlines by round numbers, at most five below the top', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (greatest) => {
      const step = gridStep(greatest);
      return Number.isInteger(step) && step > 0 && greatest / step <= 5.0001;
    }));
    expect([1, 5, 9, 12, 100].map(gridStep)).toEqual([1, 1, 2, 3, 20]);
  });

  it('measures and knows what it can write', () => {
    expect(textWidth('')).toBe(0);
    expect(textWidth('AB')).toBe(11);
    expect(drawable('M-03 95.5%')).toBe(true);
    expect(drawable('元')).toBe(false);
  });
});
