/** As much of Drive's search language as scripts use: terms about names, kinds, people, folders, stars and dates, joined by `and`, `or`, `not` and brackets. */
import type { FileEntry } from '../kernel/files';
import { GuestError } from '../kernel/host-object';

type Test = (file: FileEntry) => boolean;

const texts: Readonly<Record<string, (file: FileEntry) => string>> = { title: ({ name }) => name, name: ({ name }) => name, mimeType: ({ mimeType }) => mimeType };
const dates: Readonly<Record<string, (file: FileEntry) => number | undefined>> = {
  createdDate: ({ createdAt }) => createdAt, createdTime: ({ createdAt }) => createdAt, modifiedDate: ({ changedAt }) => changedAt, modifiedTime: ({ changedAt }) => changedAt,
};
const flags: Readonly<Record<string, (file: FileEntry, user: string) => boolean>> = {
  trashed: ({ trashed }) => trashed,
  starred: ({ starredBy = [] }, user) => starredBy.includes(user),
  sharedWithMe: ({ owner }, user) => owner !== user,
};
const people: Readonly<Record<string, (file: FileEntry) => readonly string[]>> = {
  parents: ({ folder }) => [folder ?? 'root'],
  owners: ({ owner }) => [owner],
  writers: ({ owner, editors }) => [owner, ...editors],
  readers: ({ owner, editors, commenters = [], viewers }) => [owner, ...editors, ...commenters, ...viewers],
};
const comparisons: Readonly<Record<string, <T extends string | number>(left: T, right: T) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const unknown = (term: string): GuestError => new GuestError(`NotEmulated: Drive search term ${term}`, 'Error');
const token = /\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|!=|<=|>=|[=<>()]|[^\s()=<>!'"]+)/y;

function tokensOf(query: string): readonly string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (query.slice(token.lastIndex).trim() !== '') {
    const match = token.exec(query);
    if (!match) throw unknown(query);
    found.push(match[1] ?? '');
  }
  return found;
}

const isText = (word: string | undefined): word is string => word !== undefined && /^['"]/.test(word);
const textIn = (word: string): string => word.slice(1, -1).replace(/\\(.)/g, '$1');

class Reading {
  #at = 0;
  constructor(
    private readonly words: readonly string[],
    private readonly user: string,
  ) {}
  get isOver(): boolean {
    return this.#at >= this.words.length;
  }
  #take(word: string): boolean {
    if (this.words[this.#at]?.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }
  /** `and` binds closer than `or`. */
  either(): Test {
    const tests = [this.#both()];
    while (this.#take('or')) tests.push(this.#both());
    return (file) => tests.some((test) => test(file));
  }
  #both(): Test {
    const tests = [this.#one()];
    while (this.#take('and')) tests.push(this.#one());
    return (file) => tests.every((test) => test(file));
  }
  #one(): Test {
    if (this.#take('not')) {
      const test = this.#one();
      return (file) => !test(file);
    }
    if (!this.#take('(')) return this.#term();
    const test = this.either();
    if (!this.#take(')')) throw unknown(this.words.join(' '));
    return test;
  }
  #term(): Test {
    const [left = '', operator = '', right] = this.words.slice(this.#at, this.#at + 3);
    if (left === 'sharedWithMe' && !(operator in comparisons)) {
      this.#at += 1;
      return (file) => file.owner !== this.user;
    }
    this.#at += 3;
    const test = this.#comparison(left, operator, right);
    if (!test) throw unknown([left, operator, right ?? ''].join(' ').trim());
    return test;
  }
  #comparison(left: string, operator: string, right: string | undefined): Test | null {
    const listed = people[right ?? ''];
    if (isText(left) && operator === 'in' && listed) {
      const value = textIn(left) === 'me' ? this.user : textIn(left);
      return (file) => listed(file).includes(value);
    }
    const compare = comparisons[operator];
    const flag = flags[left];
    if (flag && operator === '=' && (right === 'true' || right === 'false')) return (file) => flag(file, this.user) === (right === 'true');
    if (!isText(right)) return null;
    const value = textIn(right);
    const text = texts[left];
    if (text && operator === 'contains') return (file) => text(file).toLowerCase().includes(value.toLowerCase());
    if (text && compare && /^!?=$/.test(operator)) return (file) => compare(text(file), value);
    const date = dates[left];
    const moment = Date.parse(/[T ]\d/.test(value) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? `${value}Z` : value);
    if (!date || !compare || Number.isNaN(moment)) return null;
    return (file) => {
      const at = date(file);
      if (at === undefined) throw new GuestError(`NotEmulated: Drive search term ${left} for ${file.mimeType}`, 'Error');
      return compare(at, moment);
    };
  }
}

/** @param user whose stars count, and who is `me` @throws GuestError for terms that are not known here */
export function fileTest(query: string, user: string): Test {
  const words = tokensOf(query);
  if (words.length === 0) return () => true;
  const reading = new Reading(words, user);
  const test = reading.either();
  if (!reading.isOver) throw unknown(query);
  return test;
}
