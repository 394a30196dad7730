export function packNames(text: string): string;
