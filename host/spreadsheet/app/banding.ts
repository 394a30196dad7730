/** Rows or columns in alternating colours. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { areaOf, intersect, type Area } from '../model/area';
import type { GridRange, Message } from '../schema/shapes';
import { colorOf } from './arguments';
import { hexOfStyle, styleOfArgument } from './color';
import { enums } from './enums';
import { RangePlace, type RangeSeat } from './range-place';

type Seat = Pick<RangeSeat, 'session' | 'objects' | 'id' | 'sheetId'>;
type Side = 'rowProperties' | 'columnProperties';
type Stripe = 'header' | 'firstBand' | 'secondBand' | 'footer';
type Properties = Message<'BandingProperties'>;

/** Header, second band and footer of each theme; the first band is white. */
const themes: Readonly<Record<(typeof enums.BandingTheme.names)[number], readonly [string, string, string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'], CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'], GREEN: ['#63d297', '#e7f9ef', '#afe9ca'], YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'], BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'], TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'], GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'], LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'], INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'], PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

const colored = (stripe: Stripe, color: string): Properties => ({ [`${stripe}Color`]: colorOf(color), [`${stripe}ColorStyle`]: { rgbColor: colorOf(color) } });

function themed(theme: keyof typeof themes, header: boolean, footer: boolean): Properties {
  const [head, second, foot] = themes[theme];
  return { ...(header ? colored('header', head) : {}), ...colored('firstBand', '#ffffff'), ...colored('secondBand', second), ...(footer ? colored('footer', foot) : {}) };
}

export class Banding extends HostObject {
  static override readonly guestName = 'Banding';
  readonly #seat: Seat;
  readonly #bandedRangeId: number;
  constructor(seat: Seat, bandedRangeId: number) {
    super();
    this.#seat = seat;
    this.#bandedRangeId = bandedRangeId;
  }
  #record(): Message<'BandedRange'> {
    const { session, id, sheetId } = this.#seat;
    const found = session.sheet(session.look(id), sheetId).details.bandings.find(({ bandedRangeId }) => bandedRangeId === this.#bandedRangeId);
    if (!found) throw new GuestError('The banding no longer exists.');
    return found;
  }
  #update(bandedRange: Message<'BandedRange'>, fields: string): this {
    this.#seat.session.request(this.#seat.id, { updateBanding: { bandedRange: { ...bandedRange, bandedRangeId: this.#bandedRangeId }, fields } });
    return this;
  }
  #color(side: Side, stripe: Stripe): string | null {
    const properties = this.#record()[side] ?? {};
    return hexOfStyle(properties[`${stripe}ColorStyle`], properties[`${stripe}Color`]);
  }
  #setColor(side: Side, stripe: Stripe, color: unknown): this {
    const names: readonly string[] = [`${stripe}Color`, `${stripe}ColorStyle`];
    const rest = Object.fromEntries(Object.entries(this.#record()[side] ?? {}).filter(([name]) => !names.includes(name)));
    const style = styleOfArgument('SpreadsheetApp.Banding.setColor', color);
    const properties: Properties = style === undefined ? rest : { ...rest, [`${stripe}ColorStyle`]: style, ...(style.rgbColor ? { [`${stripe}Color`]: style.rgbColor } : {}) };
    return this.#update({ [side]: properties }, side);
  }
  getHeaderRowColor(): string | null {
    return this.#color('rowProperties', 'header');
  }
  setHeaderRowColor(color: unknown): this {
    return this.#setColor('rowProperties', 'header', color);
  }
  getFirstRowColor(): string | null {
    return this.#color('rowProperties', 'firstBand');
  }
  setFirstRowColor(color: unknown): this {
    return this.#setColor('rowProperties', 'firstBand', color);
  }
  getSecondRowColor(): string | null {
    return this.#color('rowProperties', 'secondBand');
  }
  setSecondRowColor(color: unknown): this {
    return this.#setColor('rowProperties', 'secondBand', color);
  }
  getFooterRowColor(): string | null {
    return this.#color('rowProperties', 'footer');
  }
  setFooterRowColor(color: unknown): this {
    return this.#setColor('rowProperties', 'footer', color);
  }
  getHeaderColumnColor(): string | null {
    return this.#color('columnProperties', 'header');
  }
  setHeaderColumnColor(color: unknown): this {
    return this.#setColor('columnProperties', 'header', color);
  }
  getFirstColumnColor(): string | null {
    return this.#color('columnProperties', 'firstBand');
  }
  setFirstColumnColor(color: unknown): this {
    return this.#setColor('columnProperties', 'firstBand', color);
  }
  getSecondColumnColor(): string | null {
    return this.#color('columnProperties', 'secondBand');
  }
  setSecondColumnColor(color: unknown): this {
    return this.#setColor('columnProperties', 'secondBand', color);
  }
  getFooterColumnColor(): string | null {
    return this.#color('columnProperties', 'footer');
  }
  setFooterColumnColor(color: unknown): this {
    return this.#setColor('columnProperties', 'footer', color);
  }
  getRange(): HostObject {
    const { session, objects, id, sheetId } = this.#seat;
    return objects.range(id, sheetId, areaOf(this.#record().range ?? {}, session.sheet(session.look(id), sheetId).size));
  }
  setRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.Banding.setRange', [range]);
    return this.#update({ range: range._gridRange }, 'range');
  }
  copyTo(range: unknown): Banding {
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.Banding.copyTo', [range]);
    const { rowProperties, columnProperties } = this.#record();
    return addBanding(range._seat, { range: range._gridRange, ...(rowProperties ? { rowProperties } : {}), ...(columnProperties ? { columnProperties } : {}) });
  }
  remove(): void {
    this.#seat.session.request(this.#seat.id, { deleteBanding: { bandedRangeId: this.#bandedRangeId } });
  }
}

function addBanding(seat: Seat, bandedRange: Message<'BandedRange'>): Banding {
  seat.session.request(seat.id, { addBanding: { bandedRange } });
  const made = seat.session.sheet(seat.session.look(seat.id), seat.sheetId).details.bandings.at(-1);
  return new Banding(seat, made?.bandedRangeId ?? 0);
}

/** `applyRowBanding([theme[, showHeader, showFooter]])` and the same for columns. */
export function applyBanding(seat: Seat, range: GridRange, side: Side, args: readonly unknown[]): Banding {
  const [theme, showHeader = true, showFooter = false] = args;
  const name = args.length === 0 ? 'LIGHT_GREY' : enums.BandingTheme.nameOf(theme);
  if (!name) throw signatureMismatch('SpreadsheetApp.Range.applyBanding', args);
  return addBanding(seat, { range, [side]: themed(name, showHeader === true, showFooter === true) });
}

/** The bands that touch an area. */
export function bandingsIn(seat: Seat, area: Area): Banding[] {
  const sheet = seat.session.sheet(seat.session.look(seat.id), seat.sheetId);
  return sheet.details.bandings.filter(({ range = {} }) => intersect(areaOf(range, sheet.size), area) !== null).map(({ bandedRangeId }) => new Banding(seat, bandedRangeId ?? 0));
}
