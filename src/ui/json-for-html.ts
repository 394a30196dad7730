/** Characters that could end a script element, start markup, or end a line of JavaScript. */
const dangerous = /[<>&\u2028\u2029]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Plain data as JSON that may stand unescaped inside `<script type="application/json">`, whatever people wrote. */
export const jsonForHtml = (data: unknown): string => JSON.stringify(data).replace(dangerous, escaped);
