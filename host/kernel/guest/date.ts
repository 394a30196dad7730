/** Makes the guest's `Date` tell virtual time and the script's time zone, whatever zone the host machine is in. */
export function guestDate(now: () => number, timeZone: string): void {
  const Real = Date;
  const Format = Intl.DateTimeFormat;
  const prototype = Real.prototype;
  /** A method of the realm's own Date that gives a number, from before it is replaced. */
  const number = (name: string): ((date: Date, ...args: readonly unknown[]) => number) => {
    const method: unknown = Reflect.get(prototype, name);
    if (typeof method !== 'function') throw new Error(`Date has no ${name}`);
    return (date, ...args) => Number(Reflect.apply(method, date, args));
  };
  const real = {
    getTime: number('getTime'),
    setTime: number('setTime'),
    getFullYear: number('getFullYear'),
    getMonth: number('getMonth'),
    getDate: number('getDate'),
    getHours: number('getHours'),
    getMinutes: number('getMinutes'),
    getSeconds: number('getSeconds'),
    getMilliseconds: number('getMilliseconds'),
  };
  const quarterHour = 900000;
  const offsets = new Map<number, number>();
  const format = new Format('en-US', {
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
    const offset = real.getTime(local) - start;
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
    const time = real.getTime(date);
    return new Real(Number.isNaN(time) ? NaN : time + offsetAt(time));
  };

  function parse(text: string): number {
    const dateOnly = /^[+-]?\d{4,6}(-\d{2}){0,2}$/.test(text);
    const absolute = dateOnly || /(?:z|gmt|utc|\d[+-]\d{2}:?\d{2}|gmt[+-]\d{1,4})\s*(?:\(.*\))?$/i.test(text);
    if (absolute) return Real.parse(text);
    const read = new Real(text);
    const wall = new Real(0);
    wall.setUTCFullYear(real.getFullYear(read), real.getMonth(read), real.getDate(read));
    wall.setUTCHours(real.getHours(read), real.getMinutes(read), real.getSeconds(read), real.getMilliseconds(read));
    return fromLocal(real.getTime(wall));
  }

  function timeOf(args: readonly unknown[]): number {
    if (args.length === 0) return now();
    const [first] = args;
    if (args.length > 1) {
      const [year = NaN, month = 0, day = 1, ...rest] = args.map(Number);
      return fromLocal(Real.UTC(year, month, day, ...rest));
    }
    if (first instanceof Real) return real.getTime(first);
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
    const read = number(`getUTC${part}`);
    define(`get${part}`, function () {
      return read(shifted(this));
    });
    if (part === 'Day') continue;
    const write = number(`setUTC${part}`);
    define(`set${part}`, function (...args: number[]) {
      const wall = part === 'FullYear' && Number.isNaN(real.getTime(this)) ? new Real(0) : shifted(this);
      write(wall, ...args);
      return real.setTime(this, fromLocal(real.getTime(wall)));
    });
  }
  define('getTimezoneOffset', function () {
    const time = real.getTime(this);
    return Number.isNaN(time) ? NaN : -offsetAt(time) / 60000;
  });

  const two = (value: number): string => String(value).padStart(2, '0');
  // Costly to make, and most executions print no zone.
  let zoneName: Intl.DateTimeFormat | null = null;
  const dateText = (wall: Date): string => wall.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) .*$/, '$1 $3 $2 $4');
  function timeText(date: Date): string {
    const wall = shifted(date);
    const minutes = offsetAt(real.getTime(date)) / 60000;
    const distance = Math.abs(minutes);
    zoneName ??= new Format('en-US', { timeZone, timeZoneName: 'long' });
    const name = zoneName.formatToParts(date).find(({ type }) => type === 'timeZoneName');
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}${two(distance % 60)}`;
    return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())} GMT${offset} (${name ? name.value : timeZone})`;
  }
  const valid = (date: Date, text: () => string): string => (Number.isNaN(real.getTime(date)) ? 'Invalid Date' : text());
  define('toDateString', function () {
    return valid(this, () => dateText(shifted(this)));
  });
  define('toTimeString', function () {
    return valid(this, () => timeText(this));
  });
  define('toString', function () {
    return valid(this, () => `${dateText(shifted(this))} ${timeText(this)}`);
  });
  define('getYear', function () {
    return shifted(this).getUTCFullYear() - 1900;
  });
  Object.defineProperty(prototype, 'constructor', { value: GuestDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: GuestDate, writable: true, configurable: true });
}
