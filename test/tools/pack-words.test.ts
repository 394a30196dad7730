import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import type { PackedText } from '../../src/terms/packed-words';
import { report } from './fixture/texts';

const root = resolve(__dirname, '../..');
const fixture = resolve(__dirname, 'fixture/texts.ts');

interface Bundle {
  readonly provideWords: (load: () => readonly PackedText[]) => void;
  readonly report: () => unknown;
}

const bundled = async (plugins: Plugin[]): Promise<{ readonly code: string; readonly run: () => Bundle }> => {
  const { outputFiles } = await build({ entryPoints: [fixture], bundle: true, format: 'iife', globalName: 'fixture_', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2019', charset: 'utf8', minify: true, write: false, plugins });
  const code = outputFiles[0]?.text ?? '';
  return { code, run: () => runInNewContext(`${code}; fixture_`) as Bundle };
};

const packed = async (keepsObjects: boolean) => {
  const { packSources } = await import('../../tools/pack-sources.mjs');
  const { catalogue, plugin, packed: sources } = packSources({ files: [fixture], root, keepsObjects });
  return { file: catalogue.toFile(), source: sources.get(fixture) ?? '', ...(await bundled([plugin])) };
};

const read = (file: string): readonly PackedText[] => JSON.parse(file) as readonly PackedText[];

const asJson = (value: unknown): string => JSON.stringify(value, null, 1);

describe('texts leave the bundle', () => {
  test.each([['with shared shapes', false], ['with objects as written', true]])('and read the same afterwards, %s', async (_name, keepsObjects) => {
    const { file, run } = await packed(keepsObjects);
    const bundle = run();
    bundle.provideWords(() => read(file));
    expect(asJson(bundle.report())).toBe(asJson(report()));
  });

  test('the code holds no literal text any more, except where the name means something else', async () => {
    const { code } = await packed(false);
    const left = new Set<string>(code.match(/[\u4e00-\u9fff]+/g) ?? []);
    // Values, a text beside one that is chosen, a choice inside it, a call of something else that is called `words`.
    expect([...left].sort()).toEqual(['泵', '已办', '次', '甲', '乙', '丙'].sort());
    expect(code).not.toContain('will not do');
  });

  test('equal texts share one place', async () => {
    const { file } = await packed(false);
    expect(read(file).filter(([zh]) => zh[0] === '中文')).toEqual([[['中文'], ['English']]]);
  });

  test('values stand in their own order in each language, and each is said once', async () => {
    const { file, source } = await packed(true);
    const place = read(file).findIndex(([zh]) => zh.includes('在'));
    expect(read(file)[place]).toEqual([[0, '在', 1, ':', 2], [1, ', ', 0, ': ', 2]]);
    expect(source).toMatch(new RegExp(`packed_\\(${place}, name, place, /\\* @__PURE__ \\*/ packed_\\(\\d+, count\\)\\)`));
  });

  test('loading a bundle reads no catalogue, and reading texts reads it once', async () => {
    const { file, run } = await packed(false);
    let loads = 0;
    const bundle = run();
    bundle.provideWords(() => {
      loads += 1;
      return read(file);
    });
    expect(loads).toBe(0);
    bundle.report();
    JSON.stringify([bundle.report(), bundle.report()]);
    expect(loads).toBe(1);
  });

  test('a text that its catalogue does not have is a bug that says so', async () => {
    const bundle = (await packed(false)).run();
    expect(() => JSON.stringify(bundle.report())).toThrow('before a catalogue was provided');
    bundle.provideWords(() => []);
    expect(() => JSON.stringify(bundle.report())).toThrow('belongs to another build');
  });

  test('the file of texts has nothing that a page, a template or a comment could begin with', async () => {
    const { Catalogue } = await import('../../tools/pack-words.mjs');
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '<?= x ?>', '<!--', '// no', '/*', '&lt;', '\u2028'), fc.nat(9));
    const parts = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(parts, parts), { maxLength: 8 }), (texts) => {
        const catalogue = new Catalogue();
        const places = texts.map(([zh, en]) => catalogue.place(zh, en));
        const file = catalogue.toFile();
        expect(file).not.toMatch(/[<>&/\u2028\u2029]/);
        const found = read(file);
        expect(places.map((place) => found[place])).toEqual(texts.map(([zh, en]) => (JSON.stringify(zh) === JSON.stringify(en) ? [zh] : [zh, en])));
      }),
    );
  });
});
