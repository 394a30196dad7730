/** Warranty and charges (regulation 7): until when, who pays, what waits for it, and how the money comes in. */
export * from './warranty';
export * from './decide-charge';
export * from './charge-guards';
export * from './charge-course';
export * from './liability';
export * from './quote-money';
export * from './receivable-terms';
export * from './states';
