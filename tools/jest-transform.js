/** The smallest transform that turns TypeScript into what Jest runs. Types are checked apart, by `npm run types`. */
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const options = (path) => ({
  loader: path.endsWith('.js') ? 'js' : 'ts',
  format: 'cjs',
  target: 'node20',
  platform: 'node',
  sourcemap: 'inline',
  sourcefile: path,
  supported: { 'dynamic-import': true },
  logOverride: { 'empty-import-meta': 'silent' },
});

module.exports = {
  process(source, path) {
    const transformed = transformSync(source, options(path));
    return { code: transformed.code };
  },
  getCacheKey(source, path) {
    return createHash('sha256').update(version).update(JSON.stringify(options(path))).update(source).digest('hex');
  },
};
