/** The fixed lists of the regulation's entity model (2.4 and after), a file a topic. */
export * from './approvals';
export * from './charges';
export * from './deadlines';
export * from './dispatch';
export * from './expenses';
export * from './judgement';
export * from './parts';
export * from './people';
export * from './quality';
export * from './surveys';
export * from './tickets';
export * from './upkeep';
