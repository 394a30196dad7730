/** JSON without a letter that could be part of a tag, an entity, a scriptlet or a comment: what a file for HtmlService holds that is no page. */
export const inert = (json) => json.replace(/[<>&/\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
