/** Tables of the registers (src/registers): matters that follow one small state table each. */
export * from './judgement';
export * from './people';
export * from './quality';
export * from './upkeep';
