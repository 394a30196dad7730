/** Text by a pattern of `%` directives, as `Utilities.formatString` writes it. */
import { GuestError } from '../kernel/host-object';

const directive = /%(?:(\d+)\$)?([-+ 0#,]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

function grouped(digits: string): string {
  const [whole = '', ...fraction] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

const exponent = (value: number, precision: number): string => value.toExponential(precision).replace(/e([+-])(\d)$/, 'e$10$2');

const writers: Readonly<Record<string, (value: unknown, precision: number | null) => string>> = {
  s: (value, precision) => (precision === null ? String(value) : String(value).slice(0, precision)),
  d: (value) => String(Math.trunc(Number(value))),
  i: (value) => String(Math.trunc(Number(value))),
  u: (value) => String(Math.trunc(Number(value)) >>> 0),
  f: (value, precision) => Number(value).toFixed(precision ?? 6),
  e: (value, precision) => exponent(Number(value), precision ?? 6),
  g: (value, precision) => String(Number(Number(value).toPrecision(precision ?? 6))),
  x: (value) => (Math.trunc(Number(value)) >>> 0).toString(16),
  X: (value) => (Math.trunc(Number(value)) >>> 0).toString(16).toUpperCase(),
  o: (value) => (Math.trunc(Number(value)) >>> 0).toString(8),
  b: (value) => (Math.trunc(Number(value)) >>> 0).toString(2),
  c: (value) => (typeof value === 'number' ? String.fromCharCode(value) : String(value).slice(0, 1)),
};

/** @throws GuestError for a directive that is not known */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(directive, (whole: string, place: string | undefined, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const write = writers[kind];
    if (!write) throw new GuestError(`Invalid format: ${whole}`);
    const value = place === undefined ? args[next++] : args[Number(place) - 1];
    const numeric = kind !== 's' && kind !== 'c';
    let text = write(value, precision === undefined ? null : Number(precision));
    if (numeric && flags.includes(',')) text = grouped(text);
    if (numeric && !text.startsWith('-')) text = (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + text;
    const length = Number(width ?? 0);
    if (flags.includes('-')) return text.padEnd(length);
    if (!numeric || !flags.includes('0')) return text.padStart(length);
    const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(length - sign.length, '0');
  });
}
