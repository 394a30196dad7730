declare module 'gas-local' {
  /** Runs every script of a folder in one scope and answers that scope. */
  export function require(folder: string, globals: Record<string, unknown>): Record<string, unknown>;
}
