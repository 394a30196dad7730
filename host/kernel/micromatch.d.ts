/** The one function that is used of the package, which brings no types of its own. */
declare module 'micromatch' {
  const micromatch: { not(list: readonly string[], patterns: readonly string[], options?: { readonly dot?: boolean }): string[] };
  export default micromatch;
}
