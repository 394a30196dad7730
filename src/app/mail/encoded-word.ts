/** RFC 2047 header texts and RFC 5322 addresses. Base64 of UTF-8 comes from outside. */
export type Base64Text = (text: string) => string;

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of well-formed text: whatever could start a new header becomes a space. */
export const headerText = (text: string): string => text.replace(controls, ' ').replace(loneSurrogates, '\ufffd').trim();

const utf8Length = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** 39 bytes make an encoded word of 64 characters: behind `Subject: ` the line still has fewer than 76. */
const mostBytes = 39;

const pieces = (text: string): readonly string[] => {
  const found: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const length = utf8Length(character);
    if (bytes + length > mostBytes) {
      found.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += length;
  }
  return piece === '' ? found : [...found, piece];
};

/** Any text as encoded words, folded so that no line is longer than 76 characters. Also plain texts: one way for all. */
export const encodedWords = (text: string, base64: Base64Text): string => pieces(headerText(text)).map((piece) => `=?UTF-8?B?${base64(piece)}?=`).join('\r\n ');

const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/** Whether a text can stand in a mail header as an address: ASCII, one `@`, nothing that separates or ends. */
export const isMailAddress = (text: string): boolean => address.test(text) && !text.includes('..');
