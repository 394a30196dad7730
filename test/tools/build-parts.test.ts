import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';

/** A small project: an everyday entry function, two that few runs need, and things that they share. */
const sources = {
  'src/core.ts': "export { everyday, patient } from './everyday';\nexport { rare } from './rare';\nexport { other } from './other';\nimport { count } from './shared';\ncount('start');",
  'src/everyday.ts': "import { count, Box } from './shared';\nimport { late, later } from './late';\nexport const everyday = () => [count('everyday'), new Box(1).value];\nexport const patient = () => late('now', later);",
  'src/rare.ts': "import { count, Box } from './shared';\nimport { both } from './both';\nexport const rare = (box: unknown) => [count('rare'), box instanceof Box, both, 'only rare'];",
  'src/other.ts': "import { both } from './both';\nexport const other = () => both + ' other';",
  'src/late.ts': "import { count } from './shared';\nimport { rows } from './rows';\nexport { later } from './later';\nexport const late = (word: string, more: () => string) => [word, count('late'), ...rows, more()];\nexport const most = 7;",
  'src/later.ts': "export const later = () => 'later still';\nexport const never = 1;",
  'src/rows.ts': "export const rows = ['a row that waits'];",
  'src/both.ts': "export const both = 'both';",
  'src/shared.ts': "const counts: string[] = [];\nexport const count = (name: string) => { counts.push(name); return counts.join(); };\nexport class Box { constructor(readonly value: number) {} }\nexport const box = new Box(2);",
  'src/google/parts.ts': 'export const loadPart = (name: string, shared: readonly unknown[]) => (globalThis as any).load(name, shared);',
};

const parts = { rare: ['rare'], other: ['other'] };
const deferred = { late: ['src/late.ts'] };

interface Core {
  readonly everyday: () => unknown;
  readonly patient: () => unknown;
  readonly part: (name: string) => Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
}

const cut = async (changed: Readonly<Record<string, string>> = {}) => {
  const { buildInParts } = await import('../../tools/build-parts.mjs');
  const root = mkdtempSync(join(tmpdir(), 'parts-'));
  try {
    mkdirSync(join(root, 'src/google'), { recursive: true });
    for (const [file, text] of Object.entries({ ...sources, ...changed })) writeFileSync(join(root, file), text);
    return await buildInParts({ root, source: 'src/core.ts', scope: 'core_', parts, deferred, options: { bundle: true, platform: 'neutral', write: false, metafile: true, absWorkingDir: root, plugins: [], logLevel: 'silent' } });
  } finally {
    rmSync(root, { recursive: true });
  }
};

const script = (text: string, globalName: string): string => transformSync(text, { format: 'iife', globalName, target: 'es2019' }).code;

const start = async (): Promise<Core> => {
  const built = await cut();
  const load = (name: string, shared: readonly unknown[]): unknown => runInNewContext(`${script(built.parts[name] ?? '', 'part_')}part_`, { shared_: shared });
  return runInNewContext(`${script(built.core, 'core_')}core_`, { load }) as Core;
};

describe('a project in parts', () => {
  test('a part works with the very things that the core has', async () => {
    const core = await start();
    expect(core.everyday()).toEqual(['start,everyday', 1]);
    const { rare } = core.part('rare');
    expect(rare?.(null)).toEqual(['start,everyday,rare', false, 'both', 'only rare']);
    expect(core.part('other')['other']?.()).toBe('both other');
    expect(core.everyday()).toEqual(['start,everyday,rare,everyday', 1]);
  });

  test('a module that waits is evaluated when one of its functions is called', async () => {
    const core = await start();
    expect(core.patient()).toEqual(['now', 'start,late', 'a row that waits', 'later still']);
    const { core: text, parts: texts } = await cut();
    expect(text).not.toMatch(/a row that waits|later still/);
    expect(texts['late']).toContain('a row that waits');
  });

  test('only functions can wait', async () => {
    await expect(cut({ 'src/everyday.ts': "import { most } from './late';\nexport const everyday = () => most;\nexport const patient = () => 1;" })).rejects.toThrow('No matching export');
  });

  test('what only parts need is not in the core, and what the core has is in no part', async () => {
    const { core, parts: texts } = await cut();
    expect(core).not.toMatch(/only rare|"both"/);
    expect(texts['rare']).toContain('only rare');
    expect(Object.values(texts).join()).not.toMatch(/class|counts/);
  });

  test('a part that names what there is not stops the build', async () => {
    await expect(cut({ 'src/core.ts': "export { everyday } from './everyday';\nexport { rare } from './rare';" })).rejects.toThrow('does not re-export: other');
    await expect(cut({ 'src/everyday.ts': "export const everyday = 1; export { rare } from './rare';", 'src/core.ts': "export { everyday, rare } from './everyday';\nexport { other } from './other';" })).rejects.toThrow('one export statement, one part');
  });
});
