/** Makes the guest's formatting of dates tell the script's time zone and virtual time where the guest names neither. */
export function guestIntl(now: () => number, timeZone: string): void {
  const Real = Intl.DateTimeFormat;
  const { prototype } = Real;
  const define = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  };
  const own = (object: object, name: string): unknown => Reflect.get(object, name);
  const applied = (method: unknown, receiver: unknown, args: readonly unknown[]): unknown => (typeof method === 'function' ? Reflect.apply(method, receiver, args) : undefined);

  /** Options of the guest with the script's zone in place of the machine's. What is no object is left for the language to judge. */
  function inZone(options: unknown): unknown {
    if (options === undefined) return { timeZone };
    if (typeof options !== 'object' || options === null || own(options, 'timeZone') !== undefined) return options;
    const zoned: unknown = Object.create(options, { timeZone: { value: timeZone, enumerable: true } });
    return zoned;
  }

  function DateTimeFormat(locales?: unknown, options?: unknown): unknown {
    return Reflect.construct(Real, [locales, inZone(options)], new.target ?? DateTimeFormat);
  }
  Object.defineProperties(DateTimeFormat, {
    prototype: { value: prototype, writable: false },
    length: { value: 0 },
    supportedLocalesOf: { value: own(Real, 'supportedLocalesOf'), writable: true, configurable: true },
  });
  define(prototype, 'constructor', DateTimeFormat);
  define(Intl, 'DateTimeFormat', DateTimeFormat);

  // Without a date both of these mean this moment, which the language would ask the machine for.
  const bound = new WeakMap<object, (date?: unknown) => unknown>();
  const format = { ...Reflect.getOwnPropertyDescriptor(prototype, 'format') };
  Object.defineProperty(prototype, 'format', {
    get(this: object) {
      const known = bound.get(this);
      if (known) return known;
      const real = applied(format.get, this, []);
      const made = (date?: unknown): unknown => applied(real, undefined, [date === undefined ? now() : date]);
      bound.set(this, made);
      return made;
    },
    configurable: true,
  });
  const parts = own(prototype, 'formatToParts');
  define(prototype, 'formatToParts', function (this: unknown, date?: unknown): unknown {
    return applied(parts, this, [date === undefined ? now() : date]);
  });

  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const write = own(Date.prototype, name);
    define(Date.prototype, name, function (this: unknown, locales?: unknown, options?: unknown): unknown {
      return applied(write, this, [locales, inZone(options)]);
    });
  }
}
