/** Alternating colours of rows. */
import type { GridRange, Message } from '../schema/shapes';
import { areaOf, type GridSize } from './area';

type Color = Message<'Color'>;

interface Banded {
  readonly range?: GridRange;
  readonly rowProperties?: Message<'BandingProperties'>;
}

/** The colour that bands give a cell; undefined where none lies. */
export function bandColorAt(bands: readonly Banded[], size: GridSize, row: number, column: number): Color | undefined {
  for (const { range, rowProperties } of bands) {
    if (!range || !rowProperties) continue;
    const { top, bottom, left, right } = areaOf(range, size);
    if (row < top || row >= bottom || column < left || column >= right) continue;
    const header = rowProperties.headerColorStyle?.rgbColor ?? rowProperties.headerColor;
    if (row === top && header !== undefined) return header;
    const isFirst = (row - top - (header === undefined ? 0 : 1)) % 2 === 0;
    return isFirst ? (rowProperties.firstBandColorStyle?.rgbColor ?? rowProperties.firstBandColor) : (rowProperties.secondBandColorStyle?.rgbColor ?? rowProperties.secondBandColor);
  }
  return undefined;
}
