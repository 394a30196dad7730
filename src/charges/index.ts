/** Warranty and charges (regulation 7): until when, who pays, and what waits for it. */
export * from './warranty';
export * from './decide-charge';
export * from './charge-guards';
