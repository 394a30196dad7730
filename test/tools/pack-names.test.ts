import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { report } from './fixture/names';

const fixture = `${__dirname}/fixture/names.ts`;

const bundles = async (): Promise<{ readonly plain: string; readonly packed: string }> => {
  const { build } = await import('esbuild');
  const { packNames } = await import('../../tools/pack-names.mjs');
  const { outputFiles } = await build({ entryPoints: [fixture], bundle: true, format: 'esm', platform: 'neutral', target: 'esnext', charset: 'utf8', minifySyntax: true, write: false });
  const text = outputFiles[0]?.text ?? '';
  const finish = (code: string): string => transformSync(code, { format: 'iife', globalName: 'fixture_', target: 'es2019', charset: 'utf8', minify: true }).code;
  return { plain: finish(text), packed: finish(packNames(text)) };
};

const reported = (code: string): unknown => JSON.parse(JSON.stringify((runInNewContext(`${code}; fixture_`) as { readonly report: () => unknown }).report()));

describe('names said once', () => {
  test('a bundle means the same afterwards', async () => {
    const { plain, packed } = await bundles();
    const expected: unknown = JSON.parse(JSON.stringify(report()));
    expect(reported(plain)).toEqual(expected);
    expect(reported(packed)).toEqual(expected);
  });

  test('what stands often stands once, and the bundle is shorter', async () => {
    const { plain, packed } = await bundles();
    const accesses = (code: string): number => code.split('.remarkablyLongName').length - 1;
    expect(accesses(plain)).toBeGreaterThan(10);
    // `super` takes no brackets that are worth it.
    expect(accesses(packed)).toBe(1);
    expect(packed.length).toBeLessThan(plain.length);
  });

  test('the code is ES2019', async () => {
    const { packed } = await bundles();
    expect(packed).not.toMatch(/\?\?|\?\.(?!\d)/);
  });
});
