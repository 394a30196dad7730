/** What managers get to read at month's end: figures, their comparison, and the mail that carries them (section 8). */
export * from './cause-pareto';
export * from './figure';
export * from './metrics';
export * from './month-view';
export * from './report-mail';
export * from './summary';
export * from './periodic';
