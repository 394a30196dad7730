import type { Role } from '../../../sheets-templates';
import { maskCalled } from '../../tickets';
import { words, type Words } from '../../terms';
import { hasRole, type Actor } from '../actor';
import type { WorkItem } from '../command';

/** Who calls customers, goes to them or sends them something; their desks hold the numbers of their own work, by the rules of each trade. */
const reachingOut: readonly Role[] = ['SUP', 'TSM', 'CS', 'CLK', 'ENG', 'OPS', 'OPM'];

const masked = (value: string | Words): string | Words => (typeof value === 'string' ? maskCalled(value) : words(maskCalled(value.zh), maskCalled(value.en)));

/** 9.4 no. 1: anybody may have written a number anywhere; whoever has nobody to call finds it masked, whichever text it stands in. */
export const withoutWrittenNumbers = (actor: Actor) => (item: WorkItem): WorkItem =>
  hasRole(actor, ...reachingOut) ? item : { ...item, title: maskCalled(item.title), facts: item.facts.map(({ label, value }) => ({ label, value: masked(value) })) };
