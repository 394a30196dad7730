/**
 * Tells what of the platform the local workspace has and what it has not, from the platform's types and the host's own classes, and writes
 * it into docs/workspace.md. `--check` changes nothing and fails when the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardClasses } from './emulated-cards.mjs';
import { hostClasses, platform, programOf } from './emulated-types.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = resolve(root, 'docs/workspace.md');
const begin = '<!-- What is not there: written by `node tools/emulated.mjs` from the types and the host, not by hand. -->';
const end = '<!-- End of what is written. -->';

/** Classes of the host whose interface is not the one of their own name in their service's namespace. */
const renamed = {
  'Spreadsheet.User': 'Base.User',
  'Sheets.Sheets': 'Sheets',
  'Sheets.Sheets.Spreadsheets': 'Sheets.Collection.SpreadsheetsCollection',
  'Sheets.Sheets.Spreadsheets.Values': 'Sheets.Collection.Spreadsheets.ValuesCollection',
  'Sheets.Sheets.Spreadsheets.Sheets': 'Sheets.Collection.Spreadsheets.SheetsCollection',
  'Sheets.Sheets.Spreadsheets.DeveloperMetadata': 'Sheets.Collection.Spreadsheets.DeveloperMetadataCollection',
  'Gmail.Gmail': 'Gmail',
  'Gmail.Gmail.Users': 'Gmail.Collection.UsersCollection',
};

/** Where the interfaces of a folder's or a file's classes stand, most likely first. */
const namespaces = [
  ['host/spreadsheet/app/charts-', ['Charts']],
  ['host/spreadsheet/app/charts', ['Spreadsheet', 'Charts']],
  ['host/spreadsheet/app/', ['Spreadsheet', 'Base', 'Charts']],
  ['host/spreadsheet/advanced/', ['Sheets']],
  ['host/services/card/', ['Card_Service']],
  ['host/services/form/', ['Forms']],
  ['host/services/drive', ['Drive', 'Base']],
  ['host/services/', ['Base', 'Script', 'Drive', 'Mail', 'HTML', 'Content', 'Cache', 'Lock', 'Properties', 'URL_Fetch', 'Utilities', 'Gmail', 'Calendar', 'Card_Service', 'Charts', 'Document', 'XML_Service', 'Language', 'Groups', 'Maps', 'Optimization', 'Contacts', 'Slides', 'Jdbc', 'Sites', 'Forms', 'Spreadsheet']],
];

function interfaceOf({ guestName, file }, interfaces) {
  if (file.startsWith('host/services/') && guestName.includes('.')) {
    const [namespace, ...rest] = guestName.split('.');
    const found = renamed[`${namespace}.${guestName}`] ?? `${namespace}.Collection.${rest.slice(0, -1).join('.')}.${rest.at(-1)}Collection`;
    return interfaces.has(found) ? found : null;
  }
  const candidates = namespaces.find(([folder]) => file.startsWith(folder))?.[1] ?? [];
  for (const namespace of candidates) {
    const name = renamed[`${namespace}.${guestName}`] ?? `${namespace}.${guestName}`;
    if (interfaces.has(name)) return name;
  }
  return null;
}

const list = (names) => names.map((name) => `\`${name}\``).join(', ');

function classRows(group, offered) {
  const rows = [];
  for (const { name, members } of group) {
    const has = offered.get(name);
    if (!has || members.length === 0) continue;
    const missing = members.filter((member) => !has.has(member));
    const short = name.split('.').at(-1).replace(/Collection$/, '');
    rows.push(`| ${short} | ${members.length - missing.length} of ${members.length} | ${missing.length === 0 ? '' : list(missing)} |`);
  }
  return rows;
}

function enumRows(enums, offered) {
  return enums.flatMap(({ name, values }) => {
    const has = offered.get(name.split('.').at(-1));
    const missing = values.filter((value) => !has?.has(value));
    return has && missing.length > 0 ? [`| ${name.split('.').at(-1)} (values) | ${values.length - missing.length} of ${values.length} | ${list(missing)} |`] : [];
  });
}

function describe() {
  const program = programOf(root);
  const { interfaces, globals, enums } = platform(program);
  const host = hostClasses(program, root);
  const cards = cardClasses(root);
  host.classes.push(...cards.classes);
  for (const [name, values] of cards.enums) host.enums.set(name, values);
  const offered = new Map();
  for (const found of host.classes) {
    const name = interfaceOf(found, interfaces);
    if (name === null) continue;
    const known = offered.get(name) ?? new Set();
    offered.set(name, known);
    for (const member of found.members) known.add(member);
  }
  const lines = ['## What is not there', '', 'Counted from `@types/google-apps-script`, deprecated members left out. Whatever is missing throws `NotEmulated: Class.member` when code names it.'];
  const absent = [];
  for (const [global, type] of globals) {
    const namespace = type.split('.')[0];
    if (!offered.has(type)) {
      if (!host.guestGlobals.has(global)) absent.push(global);
      continue;
    }
    const isAdvanced = !type.includes('.');
    const group = [...interfaces.values()].filter(({ name }) => name === type || (isAdvanced ? name.startsWith(`${namespace}.Collection.`) : name.split('.').length === 2 && name.startsWith(`${namespace}.`) && namespace !== 'Base'));
    const rows = [...classRows(group, offered), ...enumRows(enums.filter(({ name }) => name.startsWith(`${namespace}.`)), host.enums)];
    const whole = group.filter(({ name, isData }) => !isData && !offered.has(name)).map(({ name }) => name.split('.').at(-1));
    lines.push('', `### ${global}`, '', '| Class | There | Not there |', '|---|---|---|', ...rows);
    if (whole.length > 0) lines.push('', `Classes not there at all: ${list(whole)}.`);
    if (namespace === 'Sheets') lines.push('', requests(interfaces, host.requests));
  }
  const base = [...interfaces.values()].filter(({ name }) => name.startsWith('Base.') && offered.has(name));
  lines.push('', '### Objects of all services', '', '| Class | There | Not there |', '|---|---|---|', ...classRows(base, offered));
  lines.push('', '### Services not there at all', '', `${list(absent)}. Advanced services other than those above are not there either.`);
  return lines.join('\n');
}

function requests(interfaces, known) {
  const members = interfaces.get('Sheets.Schema.Request')?.members ?? [];
  const missing = members.filter((name) => !known.has(name));
  return `Requests of \`spreadsheets.batchUpdate\`: ${members.length - missing.length} of ${members.length}. Not there: ${list(missing)}. They are answered with 501 and \`NotEmulated\`, and nothing of the batch is applied.`;
}

const written = `${begin}\n\n${describe()}\n\n${end}`;
const text = readFileSync(page, 'utf8');
const [before, rest = ''] = text.split(begin);
const after = rest.split(end)[1] ?? '\n';
const fresh = `${before.trimEnd()}\n\n${written}${after}`;
if (!process.argv.includes('--check')) writeFileSync(page, fresh);
else if (fresh !== text) {
  console.error('docs/workspace.md is out of date: run `node tools/emulated.mjs`.');
  process.exit(1);
}
