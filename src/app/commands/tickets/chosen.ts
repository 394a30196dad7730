import type { Words } from '../../../terms';
import type { Input } from '../../field';

/** A choice's code with its type; null where nothing was chosen. The field was declared with the same choices. */
export const chosen = <Choices extends Readonly<Record<string, Words>>>(input: Input, name: string, choices: Choices): (keyof Choices & string) | null => {
  const code = input.text(name);
  return Object.keys(choices).find((candidate): candidate is keyof Choices & string => candidate === code) ?? null;
};

/** A required choice. */
export const choiceOf = <Choices extends Readonly<Record<string, Words>>>(input: Input, name: string, choices: Choices): keyof Choices & string => {
  const code = chosen(input, name, choices);
  if (code === null) throw new Error(`No choice in ${name}`);
  return code;
};
