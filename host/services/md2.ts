/** The digest MD2 of RFC 1319, which Node does not have. Weak by design of its time; it is here because the platform offers it. */

/** Decimal digits of π, beginning with its 3, by Machin's formula. */
function digitsOfPi(count: number): readonly number[] {
  const one = 10n ** BigInt(count + 10);
  const arctangent = (inverse: bigint): bigint => {
    let sum = 0n;
    let power = one / inverse;
    for (let odd = 1n; power !== 0n; odd += 2n) {
      sum += odd % 4n === 1n ? power / odd : -(power / odd);
      power /= inverse * inverse;
    }
    return sum;
  };
  return [...String(4n * (4n * arctangent(5n) - arctangent(239n))).slice(0, count)].map(Number);
}

/** The permutation of all bytes that the standard draws from π: a shuffle whose chances are π's digits. */
function substitution(): Uint8Array {
  const digits = digitsOfPi(900)[Symbol.iterator]();
  const digit = (): number => Number(digits.next().value);
  const below = (limit: number): number => {
    for (;;) {
      let [drawn, range] = [digit(), 10];
      while (range < limit) [drawn, range] = [drawn * 10 + digit(), range * 10];
      if (drawn < range - (range % limit)) return drawn % limit;
    }
  };
  const table = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let size = 2; size <= 256; size += 1) {
    const other = below(size);
    const [last = 0, chosen = 0] = [table[size - 1], table[other]];
    table[size - 1] = chosen;
    table[other] = last;
  }
  return table;
}

let known: Uint8Array | null = null;

export function md2(message: Uint8Array): Buffer {
  const table = (known ??= substitution());
  const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
  const padding = 16 - (message.length % 16);
  const padded = Buffer.concat([message, Buffer.alloc(padding, padding)]);
  const checksum = new Uint8Array(16);
  let last = 0;
  for (let block = 0; block < padded.length; block += 16) {
    for (let index = 0; index < 16; index += 1) {
      last = at(checksum, index) ^ at(table, at(padded, block + index) ^ last);
      checksum[index] = last;
    }
  }
  const whole = Buffer.concat([padded, checksum]);
  const state = new Uint8Array(48);
  for (let block = 0; block < whole.length; block += 16) {
    for (let index = 0; index < 16; index += 1) {
      state[16 + index] = at(whole, block + index);
      state[32 + index] = at(state, 16 + index) ^ at(state, index);
    }
    let carried = 0;
    for (let round = 0; round < 18; round += 1) {
      for (let index = 0; index < 48; index += 1) {
        carried = at(state, index) ^ at(table, carried);
        state[index] = carried;
      }
      carried = (carried + round) % 256;
    }
  }
  return Buffer.from(state.subarray(0, 16));
}
