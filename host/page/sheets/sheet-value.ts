/** What a cell of a range holds as the Sheets surface gives it; an empty one is an empty text. */
export type SheetValue = string | number | boolean;
