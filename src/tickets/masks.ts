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
