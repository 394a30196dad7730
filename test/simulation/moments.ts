/** Moments as people write them, in the company's zone. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
const zone = 8 * hour;

/** `2026-03-03 09:10:07` */
export const exactly = (moment: number): string => new Date(moment + zone).toISOString().slice(0, 19).replace('T', ' ');
/** `2026-03-03 09:10` */
export const written = (moment: number): string => exactly(moment).slice(0, 16);
/** `2026-03-03` */
export const writtenDate = (moment: number): string => written(moment).slice(0, 10);
/** Midnight before a moment, in the company's zone. */
export const startOfDay = (moment: number): number => Math.floor((moment + zone) / day) * day - zone;
/** Sunday is 0. */
export const weekday = (moment: number): number => new Date(moment + zone).getUTCDay();
/** The serial number that a cell holds for a moment. */
export const serial = (moment: number): number => (moment + zone) / day + 25569;
export const momentOfSerial = (cell: unknown): number => Math.round(((Number(cell) - 25569) * day) / 1000) * 1000 - zone;
/** The moment of a text with its zone, as the journal has it; of a date its beginning. */
export const momentOf = (text: unknown): number => Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(String(text)) ? `${String(text)}T00:00:00+08:00` : String(text));
