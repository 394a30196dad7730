/** Entry functions of a part, by name. */
type Part = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/**
 * Evaluates a part of this project's own code that few runs need (`tools/build-parts.mjs`), kept in a file `part-<name>` as a
 * JSON text. `shared`: what it works with and every run has, in the order in which the build counted it.
 */
export const loadPart = (name: string, shared: readonly unknown[]): Part => {
  const text = String(JSON.parse(HtmlService.createTemplateFromFile(`part-${name}`).getRawContent()));
  // The text was written by the same build as the code that reads it: nothing from outside ever gets here.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const evaluate = new Function('shared_', text) as (shared_: readonly unknown[]) => Part;
  return evaluate(shared);
};
