/** How names, numbers and places of customers stand where they are not needed in full (9.3, class C3). */

/** 138****5678; of shorter numbers less. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/, '');
  const [head, tail] = digits.length >= 11 ? [3, 4] : digits.length >= 8 ? [3, 2] : [0, 2];
  return `${digits.slice(0, head)}****${digits.slice(-tail)}`;
};

/** 王** */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;

/** Up to the district; nothing of an address that names none. */
export const maskAddress = (address: string): string => /^[^\d路街道号巷弄村]{0,20}[区县旗]/.exec(address)?.[0] ?? /^[^\d路街道号巷弄村]{0,20}市/.exec(address)?.[0] ?? '';

const between = '[-\\u2010-\\u2015 \\u00a0\\u3000]';
/** Mobile numbers in the groups that people write, and others with their area code: 138-1234-5678, 138 123 45678, (0512) 5550 111. */
const called = new RegExp(
  [
    `(?<!\\d)(?:(?:\\+|00)?86${between}?)?1[3-9]\\d(?:${between}?\\d{4}${between}?\\d{4}|${between}\\d{3}${between}\\d{5}|\\.\\d{4}\\.\\d{4})(?!\\d)`,
    `(?<!\\d)(?:\\+86${between}?)?(?:[(（]0\\d{2,3}[)）]${between}?|0\\d{2,3}${between})\\d{3,4}${between}?\\d{4}(?!\\d)`,
  ].join('|'), 'g',
);
/** Digits that a Chinese keyboard wrote wide. */
const narrow = (text: string): string => text.replace(/[０-９＋－]/g, (wide) => wide.normalize('NFKC'));

/** What somebody wrote, with something else for mobile numbers, and others with their area code. */
export const replaceCalled = (text: string, by: (phone: string) => string): string => {
  const read = narrow(text);
  const replaced = read.replace(called, by);
  return replaced === read ? text : replaced;
};

/** What somebody wrote, with such numbers masked: numbers of papers, amounts and serials stay as they are. */
export const maskCalled = (text: string): string => replaceCalled(text, maskPhone);

/** The same where anything may be a number to call: a local one without its area code, too. */
export const maskNumbers = (text: string): string => maskCalled(text).replace(/\d{7,}/g, maskPhone);
