import type { Spans } from '../../ledger/open-rows';
import type { LocalDate } from '../../terms';
import type { Ports } from '../ports';

type Memory = Pick<Ports, 'recall' | 'remember'>;

const spansKey = 'sweep.spans';
/** What a property holds; where open work stands in more places than fit, the next look is of the most scattered tables as a whole. */
const mostCharacters = 8500;

/** Where open work stood at the last look of the same day: the first of a day looks at everything. */
export const recallSpans = (memory: Memory, today: LocalDate): Spans => {
  const text = memory.recall(spansKey) ?? '';
  // Written by `rememberSpans` only.
  return text.startsWith(`${today} `) ? (JSON.parse(text.slice(today.length)) as Spans) : {};
};

const written = (today: LocalDate, tables: readonly (readonly [string, unknown])[]): string => `${today} ${JSON.stringify(Object.fromEntries(tables))}`;

export const rememberSpans = (memory: Memory, today: LocalDate, spans: Spans): void => {
  const byScatter = Object.entries(spans).sort(([, one], [, other]) => one.length - other.length);
  while (written(today, byScatter).length > mostCharacters) byScatter.pop();
  const text = written(today, byScatter);
  if (memory.recall(spansKey) !== text) memory.remember(spansKey, text);
};
