/** Tables of the registers (src/registers): matters that follow one small state table each. */
export * from './quality';
