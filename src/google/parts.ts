/** Entry functions of a part, by name. */
type Part = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** Parts that this run has evaluated. */
const loaded = new Map<string, Part>();

const evaluate = (text: string, shared: readonly unknown[]): Part => {
  // The text was written by the same build as the code that reads it: nothing from outside ever gets here.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const part = new Function('shared_', text) as (shared_: readonly unknown[]) => Part;
  return part(shared);
};

/**
 * A part of this project's own code that few runs need (`tools/build-parts.mjs`), kept in a file `part-<name>` as a JSON text and
 * evaluated once a run. `shared`: what it works with and every run has, in the order in which the build counted it.
 */
export const loadPart = (name: string, shared: readonly unknown[]): Part => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const part = evaluate(String(JSON.parse(HtmlService.createTemplateFromFile(`part-${name}`).getRawContent())), shared);
  loaded.set(name, part);
  return part;
};
