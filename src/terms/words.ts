/** The two languages that every word a person reads exists in. */
export type Language = 'zh-CN' | 'en';

export const languages: readonly Language[] = ['zh-CN', 'en'];

/** One text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

export const inLanguage = (text: Words, language: Language): string => (language === 'en' ? text.en : text.zh);

export const eachLanguage = (write: (language: Language) => string): Words => ({ zh: write('zh-CN'), en: write('en') });
