/** What happens to sources on their way into the core bundle: texts leave it, and what repeats is said once. */
import { readFileSync } from 'node:fs';
import { countShapes, objectsRule, shapesModule, worthwhileShapes, writeShapes } from './pack-objects.mjs';
import { Catalogue, wordsRule } from './pack-words.mjs';
import { parse, rewrite } from './rewrite-source.mjs';

/**
 * Packs sources one after another, in the order given, so that a build of the same sources is the same build. `files` are
 * absolute, `root` is the folder that `src` stands in; with `keepsObjects`, objects stay as written.
 * Answers the catalogue, the packed sources by file, and an esbuild plugin that hands them out.
 */
export function packSources({ files, root, keepsObjects = false }) {
  const sources = files.map((file) => parse(file, readFileSync(file, 'utf8')));
  const counts = new Map();
  if (!keepsObjects) for (const source of sources) countShapes(source, root, counts);
  const shapes = worthwhileShapes(counts);
  const catalogue = new Catalogue();
  const packed = new Map();
  for (const source of sources) {
    const rules = [wordsRule(source, { root, catalogue }), ...(keepsObjects ? [] : [objectsRule(source, { root, shapes })])];
    const contents = rewrite(source, rules);
    if (contents !== null) packed.set(source.fileName, contents);
  }
  const plugin = {
    name: 'pack-sources',
    setup(build) {
      const namespace = 'pack-sources';
      build.onResolve({ filter: new RegExp(`^${shapesModule}$`) }, ({ path }) => ({ path, namespace, sideEffects: false }));
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents: writeShapes(shapes), loader: 'js' }));
      build.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
        const contents = packed.get(path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
  return { catalogue, packed, plugin };
}
