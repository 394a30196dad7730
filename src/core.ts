/** The functions that Google may call in the core project, and nothing else: each becomes a top-level declaration. */
import { loadWords } from './google/words';
import { provideWords } from './terms/packed-words';

export { cellEdited } from './entrypoints/cell-edited';
export { formSubmitted } from './entrypoints/form-submitted';
export { runCase } from './entrypoints/run-case';
export { setUp } from './entrypoints/set-up';
export { sweep } from './entrypoints/sweep';
export { doGet, doPost, pageAction, pageData } from './entrypoints/web';

provideWords(loadWords);
