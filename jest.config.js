/** Tests run from TypeScript source; the product's own bundle is reached through the workspace, as people reach it. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  // IronCalc comes as a module of the browser's kind only; it is turned into what Jest runs like our own sources.
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-transform.js', '@ironcalc/wasm/.+\\.js$': '<rootDir>/tools/jest-transform.js' },
  transformIgnorePatterns: ['/node_modules/(?!@ironcalc/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/workspace/'],
  testTimeout: 300000,
  testSequencer: '<rootDir>/tools/test-order.js',
};
