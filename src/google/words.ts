import type { PackedText } from '../terms/packed-words';

/** Name of the project's file that the build keeps the texts in. */
const file = 'words';

/**
 * The texts that people read, out of a file of their own: JSON, asked for as raw content, which the platform promises to
 * leave unprocessed.
 */
export const loadWords = (): readonly PackedText[] => JSON.parse(HtmlService.createTemplateFromFile(file).getRawContent()) as readonly PackedText[];
