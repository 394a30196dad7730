/** Dispatch (regulation 3.3, 3.4): who goes when to which ticket, and with whose consent. */
export * from './consent-day';
export * from './emergency';
export * from './guards';
export * from './preparation';
export * from './skills';
export * from './transitions';
export * from './trip-days';
