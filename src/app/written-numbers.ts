import type { Role } from '../../sheets-templates';
import type { ReportMail, ReportSection } from '../reports';
import { maskCalled } from '../tickets';
import { words, type Words } from '../terms';
import type { WorkItem } from './command';
import type { Message } from './request';

/**
 * 9.4 no. 1 and 2: anybody may have written a customer's number anywhere. Whoever has nobody to call finds it masked, whichever text it
 * stands in, on the desk as in a mail.
 */

/** Who calls customers, goes to them or sends them something; they get the numbers of their own work, by the rules of each trade. */
const reachingOut: readonly Role[] = ['SUP', 'TSM', 'CS', 'CLK', 'ENG', 'OPS', 'OPM'];

/** Whether somebody with these roles needs numbers as they were written. */
export const reachesOut = (roles: readonly string[]): boolean => reachingOut.some((role) => roles.includes(role));

export const maskWords = ({ zh, en }: Words): Words => words(maskCalled(zh), maskCalled(en));

const maskFacts = <Fact extends { readonly value: string | Words }>(facts: readonly Fact[]): readonly Fact[] =>
  facts.map((fact) => ({ ...fact, value: typeof fact.value === 'string' ? maskCalled(fact.value) : maskWords(fact.value) }));

export const maskItem = (item: WorkItem): WorkItem => ({ ...item, title: maskCalled(item.title), facts: maskFacts(item.facts) });

const maskSection = (section: ReportSection): ReportSection => {
  if (section.kind === 'table') return { ...section, rows: section.rows.map((row) => row.map(maskCalled)) };
  return section.kind === 'text' ? { ...section, paragraphs: section.paragraphs.map(maskCalled) } : section;
};

const maskReport = (report: ReportMail): ReportMail => ({ ...report, sections: report.sections.map(maskSection) });

export const maskMessage = ({ subject, body, facts, copyText, report, ...rest }: Message): Message => ({
  ...rest,
  subject: maskWords(subject),
  body: body.map(maskWords),
  ...(facts === undefined ? {} : { facts: maskFacts(facts) }),
  ...(copyText === undefined ? {} : { copyText: maskWords(copyText) }),
  ...(report === undefined ? {} : { report: (language) => maskReport(report(language)) }),
});
