/** Times as the page shows and reads them, always in the workspace's zone. */
import type { Language } from './words';

interface Parts {
  readonly date: string;
  readonly time: string;
  readonly seconds: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(time: number, timeZone: string): Parts {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formats.set(timeZone, format);
  }
  const found = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]));
  return { date: `${found['year']}-${found['month']}-${found['day']}`, time: `${found['hour']}:${found['minute']}`, seconds: found['second'] ?? '00' };
}

/** `2026-03-02 08:00`. */
export function dateTime(time: number, timeZone: string): string {
  const { date, time: clock } = partsOf(time, timeZone);
  return `${date} ${clock}`;
}

/** `2026-03-02 08:00:07`. */
export function dateTimeWithSeconds(time: number, timeZone: string): string {
  return `${dateTime(time, timeZone)}:${partsOf(time, timeZone).seconds}`;
}

/** 周一, Mon. */
export function weekday(time: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, weekday: 'short' }).format(time);
}

/** Value of a `datetime-local` input. */
export function inputValue(time: number, timeZone: string): string {
  return dateTime(time, timeZone).replace(' ', 'T');
}

/** Epoch milliseconds of a `datetime-local` value in the zone, null when it is no time. */
export function fromInputValue(value: string, timeZone: string): number | null {
  const asIfUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asIfUtc)) return null;
  // Two steps, since the offset at the guess may differ from the one at the result.
  const offset = (time: number) => Date.parse(`${inputValue(time, timeZone)}Z`) - Math.floor(time / 60000) * 60000;
  const guess = asIfUtc - offset(asIfUtc);
  return asIfUtc - offset(guess);
}
