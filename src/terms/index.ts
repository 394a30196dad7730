/** The vocabulary that every part shares: moments, money, words and refusals. No rules, no storage. */
export * from './words';
export * from './instant';
export * from './money';
export * from './refusal';
