/** Makes the guest's `Date` tell virtual time and the script's time zone, whatever zone the host machine is in. */
export function guestDate(now: () => number, timeZone: string): void {
  const Real = Date;
  const prototype = Real.prototype;
  const real = {
    getTime: prototype.getTime,
    setTime: prototype.setTime,
    getFullYear: prototype.getFullYear,
    getMonth: prototype.getMonth,
    getDate: prototype.getDate,
    getHours: prototype.getHours,
    getMinutes: prototype.getMinutes,
    getSeconds: prototype.getSeconds,
    getMilliseconds: prototype.getMilliseconds,
  };
  const quarterHour = 900000;
  const offsets = new Map<number, number>();
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
  });

  /** Milliseconds by which the zone is ahead of UTC. */
  function offsetAt(time: number): number {
    const bucket = Math.floor(time / quarterHour);
    const known = offsets.get(bucket);
    if (known !== undefined) return known;
    const start = bucket * quarterHour;
    const parts = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]));
    const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
    const local = new Real(0);
    local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
    local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
    const offset = real.getTime.call(local) - start;
    offsets.set(bucket, offset);
    return offset;
  }

  /** From a wall-clock reading, written as if it were UTC, to the moment. */
  function fromLocal(local: number): number {
    if (!Number.isFinite(local)) return NaN;
    const guess = local - offsetAt(local);
    return local - offsetAt(guess);
  }

  const shifted = (date: Date): Date => {
    const time = real.getTime.call(date);
    return new Real(Number.isNaN(time) ? NaN : time + offsetAt(time));
  };

  function parse(text: string): number {
    const dateOnly = /^[+-]?\d{4,6}(-\d{2}){0,2}$/.test(text);
    const absolute = dateOnly || /(?:z|gmt|utc|\d[+-]\d{2}:?\d{2}|gmt[+-]\d{1,4})\s*(?:\(.*\))?$/i.test(text);
    if (absolute) return Real.parse(text);
    const read = new Real(text);
    const wall = new Real(0);
    wall.setUTCFullYear(real.getFullYear.call(read), real.getMonth.call(read), real.getDate.call(read));
    wall.setUTCHours(real.getHours.call(read), real.getMinutes.call(read), real.getSeconds.call(read), real.getMilliseconds.call(read));
    return fromLocal(real.getTime.call(wall));
  }

  function timeOf(args: readonly unknown[]): number {
    if (args.length === 0) return now();
    const [first] = args;
    if (args.length > 1) {
      const [year = NaN, month = 0, day = 1, ...rest] = args.map(Number);
      return fromLocal(Real.UTC(year, month, day, ...rest));
    }
    if (first instanceof Real) return real.getTime.call(first);
    const primitive: unknown = typeof first === 'object' && first !== null ? first.valueOf() : first;
    return typeof primitive === 'string' ? parse(primitive) : Number(primitive);
  }

  function GuestDate(...args: unknown[]): unknown {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, [timeOf(args)], new.target);
  }
  Object.defineProperties(GuestDate, {
    prototype: { value: prototype, writable: false },
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: () => now(), writable: true, configurable: true },
    parse: { value: (text: unknown) => parse(String(text)), writable: true, configurable: true },
    UTC: { value: Real.UTC, writable: true, configurable: true },
  });

  const define = (name: string, value: (this: Date, ...args: never[]) => unknown): void => {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  };
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const read = Reflect.get(prototype, `getUTC${part}`);
    define(`get${part}`, function () {
      return read.call(shifted(this));
    });
    const write = Reflect.get(prototype, `setUTC${part}`);
    if (part === 'Day') continue;
    define(`set${part}`, function (...args: number[]) {
      const wall = part === 'FullYear' && Number.isNaN(real.getTime.call(this)) ? new Real(0) : shifted(this);
      write.apply(wall, args);
      return real.setTime.call(this, fromLocal(real.getTime.call(wall)));
    });
  }
  define('getTimezoneOffset', function () {
    const time = real.getTime.call(this);
    return Number.isNaN(time) ? NaN : -offsetAt(time) / 60000;
  });

  const two = (value: number): string => String(value).padStart(2, '0');
  const zoneName = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' });
  const dateText = (wall: Date): string => wall.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) .*$/, '$1 $3 $2 $4');
  function timeText(date: Date): string {
    const wall = shifted(date);
    const minutes = offsetAt(real.getTime.call(date)) / 60000;
    const distance = Math.abs(minutes);
    const name = zoneName.formatToParts(date).find(({ type }) => type === 'timeZoneName');
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}${two(distance % 60)}`;
    return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())} GMT${offset} (${name ? name.value : timeZone})`;
  }
  const valid = (date: Date, text: () => string): string => (Number.isNaN(real.getTime.call(date)) ? 'Invalid Date' : text());
  define('toDateString', function () {
    return valid(this, () => dateText(shifted(this)));
  });
  define('toTimeString', function () {
    return valid(this, () => timeText(this));
  });
  define('toString', function () {
    return valid(this, () => `${dateText(shifted(this))} ${timeText(this)}`);
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const original = Reflect.get(prototype, name);
    define(name, function (locales?: string, options?: object) {
      return original.call(this, locales, { timeZone, ...options });
    });
  }
  define('getYear', function () {
    return shifted(this).getUTCFullYear() - 1900;
  });
  Object.defineProperty(prototype, 'constructor', { value: GuestDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: GuestDate, writable: true, configurable: true });
}
