import type { Language, Words } from '../../../terms/words';
import type { Text } from '../../protocol';

let current: Language = 'zh-CN';

export const language = (): Language => current;

export const speak = (chosen: Language): void => {
  current = chosen;
  document.documentElement.lang = chosen;
};

export const say = (text: Text): string => (typeof text === 'string' ? text : current === 'en' ? text.en : text.zh);

export type { Words };
