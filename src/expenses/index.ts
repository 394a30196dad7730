/** Expenses and travel (regulation 5): allowances, caps, approvals, duplicates and the totals of a claim. */
export * from './facts';
export * from './city-book';
export * from './transport-modes';
export * from './trip-days';
export * from './fingerprint';
export { requiredRoles } from './consents';
export * from './allowances';
export { lodgingCap } from './lodging';
export { lineChecks, type LineCheck } from './line-checks';
export * from './decision-words';
export * from './evaluate-claim';
