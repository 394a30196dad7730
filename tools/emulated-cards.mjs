/** The classes and enums of CardService, which the host makes from a table instead of writing each down. */
import { buildSync } from 'esbuild';
import { resolve } from 'node:path';

const file = 'host/services/card/card-parts.ts';

export function cardClasses(root) {
  const { outputFiles } = buildSync({ entryPoints: [resolve(root, file)], bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, () => ({}));
  const { cardParts, cardEnums, builtBy, printed } = module.exports;
  const kinds = Object.keys(cardParts);
  return {
    classes: [
      { guestName: 'CardService', file, members: [...Object.keys(cardEnums), ...kinds.map((kind) => `new${kind}`)] },
      ...kinds.map((kind) => ({ guestName: kind, file, members: [...Object.keys(cardParts[kind].methods), ...(builtBy[kind] ? ['build'] : []), ...(printed.includes(kind) ? ['printJson'] : [])] })),
      ...Object.values(builtBy).map((guestName) => ({ guestName, file, members: ['printJson'] })),
    ],
    enums: Object.entries(cardEnums).map(([name, { names }]) => [name, new Set(names)]),
  };
}
