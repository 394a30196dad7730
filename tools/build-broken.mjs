/**
 * `node tools/build-broken.mjs NAME FOLDER`: builds the product with one of its safeguards taken out, to show that the
 * simulation finds that. Builds from a copy of the sources in the folder, into its `dist`. A safeguard that is no longer found
 * where it stood is an error.
 */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProjects } from './build-projects.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** By name: source, what stands there once, and what stands there in the broken build. */
export const breaks = {
  'no journal': [['src/ledger/ledger.ts', '        ...this.journalRequests(rows, sheets, words),\n', '']],
  'no lock': [['src/google/ports.ts', "if (!lock.tryLock(lockWait)) return 'busy';", '']],
  'sends before the commit': [
    ['src/app/run-command.ts', '  for (const workbook of new Set(changes.map(workbookOf)))', '  if (urgent.notices.length > 0) sendDrafted(ports, urgent.notices, now);\n  for (const workbook of new Set(changes.map(workbookOf)))'],
    ['src/app/sweep/watch.ts', '    const changes = delivered.draft.changes();\n', '    const changes = delivered.draft.changes();\n    sendDrafted(ports, leaving, now);\n'],
  ],
  'no mark of what is applied': [['src/ledger/ledger.ts', '[...markRequest(meta, { applied: entry.number })]', '[]']],
  'takes answers twice': [['src/app/run-command.ts', '  if (receipt !== undefined && draft.find(seen, receipt) !== undefined) return { outcome: alreadyDone(), changes: [] };\n', '']],
};

const build = async (name, folder) => {
  const places = breaks[name];
  if (places === undefined) throw new Error(`Nothing is called ${name}; there are ${Object.keys(breaks).join(', ')}`);
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'sheets-templates', 'appsscript.json', 'appsscript.shell.json', 'package.json', 'tsconfig.json']) cpSync(resolve(root, part), join(folder, part), { recursive: true });
  symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [file, found, replacement] of places) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(found).length !== 2) throw new Error(`${file} does not hold once what “${name}” takes out: ${found}`);
    writeFileSync(join(folder, file), text.replace(found, () => replacement));
  }
  await buildProjects({ root: folder });
};

const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined) throw new Error('node tools/build-broken.mjs NAME FOLDER');
await build(name, resolve(folder));
