/** Which questions a person gets to see: a form with page breaks is a walk through its sections. */
import type { FormAnswers } from '../contract';
import type { FormItem, Navigation } from './form-model';

interface Section {
  /** The page break that begins it; null for the first. */
  readonly start: FormItem | null;
  readonly items: readonly FormItem[];
}

function sectionsOf(items: readonly FormItem[]): readonly Section[] {
  const sections: { start: FormItem | null; items: FormItem[] }[] = [{ start: null, items: [] }];
  for (const item of items) {
    if (item.type === 'PAGE_BREAK') sections.push({ start: item, items: [] });
    else sections.at(-1)?.items.push(item);
  }
  return sections;
}

/** Where an answer sends the person; the last question of a section with such choices decides. */
function chosenWay(section: Section, answers: FormAnswers): Navigation | null {
  let way: Navigation | null = null;
  for (const { id, choices, ways } of section.items) {
    const answer = answers[String(id)];
    const index = ways && typeof answer === 'string' ? choices.indexOf(answer) : -1;
    way = ways?.[index] ?? way;
  }
  return way;
}

export const branches = (items: readonly FormItem[]): boolean => items.some(({ ways, way }) => Boolean(ways?.some((one) => one !== null)) || Boolean(way));

/** The items of the sections that these answers lead through. */
export function visitedItems(items: readonly FormItem[], answers: FormAnswers): readonly FormItem[] {
  const sections = sectionsOf(items);
  const visited = new Set<Section>();
  for (let at = 0; at < sections.length; ) {
    const section = sections[at];
    // Choices may lead back; whoever comes round again has seen it all.
    if (!section || visited.has(section)) break;
    visited.add(section);
    const next = sections[at + 1];
    // What a page break says counts for whoever comes to it from the section before.
    const way = chosenWay(section, answers) ?? next?.start?.way ?? { kind: 'CONTINUE' as const };
    if (way.kind === 'SUBMIT') break;
    if (way.kind === 'RESTART') at = 0;
    else if (way.kind === 'GO_TO_PAGE') at = sections.findIndex(({ start }) => start?.id === way.page);
    else at += 1;
    if (at < 0) break;
  }
  return sections.filter((section) => visited.has(section)).flatMap((section) => section.items);
}
