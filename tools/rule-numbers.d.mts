export function numbersIn(numbers: readonly string[]): (name: string) => ReadonlyMap<string, boolean>;
