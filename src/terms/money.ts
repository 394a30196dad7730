declare const fenBrand: unique symbol;

/** An amount of money in whole fen, 0.01 yuan (regulation 0.3). */
export type Fen = number & { readonly [fenBrand]: true };

/** Checks that a number is whole fen. */
export const fen = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount)) throw new Error(`Not whole fen: ${amount}`);
  return amount as Fen;
};

export const nothing = fen(0);

const yuanPattern = /^-?\d{1,10}(\.\d{1,2})?$/;

/** Reads `38`, `38.5`, `38.00`; null for anything else, thousandths of a yuan included. */
export const parseYuan = (text: string): Fen | null => {
  const plain = text.trim().replace(/[,，¥￥\s]/g, '').replace(/元$/, '');
  if (!yuanPattern.test(plain)) return null;
  const [whole = '0', part = ''] = plain.replace('-', '').split('.');
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return fen(plain.startsWith('-') ? -amount : amount);
};

/** A number of yuan as a cell or a setting holds it, rounded half up to fen. */
export const yuan = (amount: number): Fen => fen(Math.round((amount + Math.sign(amount) * Number.EPSILON) * 100));

export const sum = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((total, amount) => total + amount, 0));

/** A rate times a whole count. */
export const times = (amount: Fen, count: number): Fen => fen(amount * count);

export const lesser = (one: Fen, other: Fen): Fen => (one <= other ? one : other);

/** `1771.00` */
export const showYuan = (amount: Fen): string => {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
