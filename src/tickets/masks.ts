/** How names, numbers and places of customers stand where they are not needed in full (9.3, class C3). */

/** 138****5678; of shorter numbers less. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  const [head, tail] = digits.length >= 11 ? [3, 4] : digits.length >= 8 ? [3, 2] : [0, 2];
  return `${digits.slice(0, head)}****${digits.slice(-tail)}`;
};

/** 王** */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;

/** Up to the district; nothing of an address that names none. */
export const maskAddress = (address: string): string => /^[^\d路街道号巷弄村]{0,20}[区县旗]/.exec(address)?.[0] ?? /^[^\d路街道号巷弄村]{0,20}市/.exec(address)?.[0] ?? '';

/** What somebody wrote, with the numbers to call in it masked. */
export const maskNumbers = (text: string): string => text.replace(/\d{7,}/g, maskPhone);

/** The same for mobile numbers, and others with their area code, alone: numbers of papers, amounts and serials stay as they are. */
export const maskCalled = (text: string): string => text.replace(/(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]\d{7,8})(?!\d)/g, maskPhone);
