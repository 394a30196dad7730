export class Catalogue {
  place(zh: readonly (string | number)[], en: readonly (string | number)[]): number;
  toFile(): string;
}
