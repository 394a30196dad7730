/** The two languages that every word a person reads exists in. */
export type Language = 'zh-CN' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'en'];

/** One text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

/** A table of data as text that few runs read: it leaves the bundle with the texts, so take its `zh` only when it is asked for. */
export const tableText = (text: string): Words => words(text, text);

export const inLanguage = (text: Words, language: Language): string => (language === 'en' ? text.en : text.zh);

export const eachLanguage = (write: (language: Language) => string): Words => ({ zh: write('zh-CN'), en: write('en') });
