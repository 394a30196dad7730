/** As much of Drive's search language as scripts use: comparisons of title, type, owner and folder, joined by `and`. */
import type { FileEntry } from '../kernel/files';
import { GuestError } from '../kernel/host-object';

type Test = (file: FileEntry) => boolean;

const fields: Readonly<Record<string, (file: FileEntry) => string>> = {
  title: ({ name }) => name,
  name: ({ name }) => name,
  mimeType: ({ mimeType }) => mimeType,
};
const comparisons: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  contains: (left, right) => left.toLowerCase().includes(right.toLowerCase()),
};

function testOf(term: string): Test {
  const within = /^'([^']*)' in (parents|owners|writers)$/.exec(term);
  if (within) {
    const [, value = '', where] = within;
    if (where === 'parents') return ({ folder }) => (folder ?? 'root') === value;
    return ({ owner, editors }) => owner === value || (where === 'writers' && editors.includes(value));
  }
  const trashed = /^trashed\s*=\s*(true|false)$/.exec(term);
  if (trashed) return (file) => file.trashed === (trashed[1] === 'true');
  const compared = /^(\w+)\s*(=|!=|contains)\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/.exec(term);
  const read = fields[compared?.[1] ?? ''];
  const compare = comparisons[compared?.[2] ?? ''];
  if (!compared || !read || !compare) throw new GuestError(`NotEmulated: Drive search term ${term}`, 'Error');
  const value = (compared[3] ?? compared[4] ?? '').replace(/\\(.)/g, '$1');
  return (file) => compare(read(file), value);
}

/** @throws GuestError for terms that are not known here */
export function fileTest(query: string): Test {
  const tests = query.trim() === '' ? [] : query.split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/i).map((term) => testOf(term.trim()));
  return (file) => tests.every((test) => test(file));
}
