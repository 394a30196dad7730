/** How `Logger` writes values: the platform hands them to Java, whose words for numbers, lists, objects and dates these are. */
export function guestJavaText(): (value: unknown) => string {
  function numberText(value: number): string {
    if (!Number.isFinite(value)) return String(value);
    const size = Math.abs(value);
    const plain = Object.is(value, -0) ? '-0' : String(value);
    if (value === 0 || (size >= 0.001 && size < 10_000_000)) return plain.includes('.') ? plain : `${plain}.0`;
    const [digits = '', power = ''] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(power)}`;
  }

  /** @param around what the value lies in: something that holds itself is not written without end */
  function write(value: unknown, around: readonly unknown[]): string {
    if (typeof value === 'number') return numberText(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (around.includes(value)) return '…';
    const within = [...around, value];
    if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, within)).join(', ')}]`;
    if (value instanceof Date) return String(value).replace(/^(\w+ \w+ \d+) (\S+) (\S+) GMT([+-]\d\d)(\d\d).*$/, '$1 $3 GMT$4:$5 $2');
    if (value instanceof Error) return String(value.stack ?? value);
    const own: unknown = Reflect.get(value, 'toString');
    // Objects of services and enums have a word for themselves.
    if (typeof own === 'function' && own !== Object.prototype.toString) return String(Reflect.apply(own, value, []));
    return `{${Object.entries(value).map(([name, item]: [string, unknown]) => `${name}=${write(item, within)}`).join(', ')}}`;
  }
  return (value) => write(value, []);
}
