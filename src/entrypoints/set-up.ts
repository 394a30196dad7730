import { books, role as roleWords, settings, staff, type Book, type StaffMember } from '../../sheets-templates';
import { builtForm, formsCatalogue } from '../app/forms';
import { findCommand } from '../app/commands';
import { hoursFromNow, signLink, staffClaims } from '../app/links';
import type { Ports } from '../app/ports';
import type { RowChange } from '../ledger/change';
import { ensureForm } from '../google/forms';
import { knownLanguage, layoutFacts, loadDeployment, loadForm, recall, rememberAll } from '../google/memory';
import { googlePorts, randomToken } from '../google/ports';
import { shareWorkbooks } from '../google/sharing';
import { ensureTriggers } from '../google/triggers';
import { bringUpToDate } from '../google/upgrade';
import { ensureWorkbooks, rememberCoreAddress, workbookTitle } from '../google/workbooks';
import { readFor } from '../app/run-command';
import { readSettings } from '../settings';
import { isRefusal, words, type Language, type Words } from '../terms';
import { firstRows, type Company } from './first-rows';
import { ownerAddress, ownerOnly } from '../google/who';

export interface SetUpOptions {
  /** `demo`: an invented company to try things with; `own`: only the owner, to begin for real. */
  readonly company?: Company;
  readonly language?: Language;
}

/** What set-up made, as plain data. */
export interface SetUpResult {
  readonly language: Language;
  readonly workbooks: Readonly<Record<Book, { readonly id: string; readonly name: string }>>;
  readonly forms: Readonly<Record<string, { readonly id: string; readonly address: string }>>;
  readonly people: readonly { readonly staffId: string; readonly email: string; readonly name: string; readonly roles: readonly string[]; readonly title: Words; readonly language: StaffMember['language']; readonly desk: string }[];
  readonly webApp: string;
}

interface Begun {
  readonly people: readonly StaffMember[];
  readonly sweepMinutes: number;
}

const isBusy = '系统正忙，请稍后再运行 setUp。 Busy; please run setUp again in a moment.';

/** The first journal entry: every row that the company starts with. A second set-up finds it and adds nothing. */
const seed = (ports: Ports, company: Company, language: Language): Begun => {
  const outcome = ports.locked(() => {
    const opened = ports.ledger().read([], true);
    if (opened === null || [...opened.marks.values()].some((marks) => marks.journalNumber > 0)) return;
    const changes = firstRows(company, ownerAddress(), language).map(({ table, key, row }): RowChange => ({ kind: 'insert', table, key, row }));
    ports.ledger().commit(opened, { at: ports.now(), actor: 'SYS', command: 'setUp', objectId: company, result: 'OK', changes, reason: '' });
  });
  const draft = outcome === 'busy' ? null : readFor(ports, [staff, settings]);
  if (draft === null || isRefusal(draft)) throw new Error(isBusy);
  return { people: draft.all(staff), sweepMinutes: readSettings(draft.all(settings)).minutes('job.sweep_min', ports.now()) };
};

const makeForms = (): void => {
  for (const form of formsCatalogue) {
    const command = findCommand(form.command);
    if (command === undefined) throw new Error(`No command ${form.command} for the form ${form.key}`);
    ensureForm(builtForm(form, command, 'both'));
  }
};

const titleOf = (member: StaffMember): Words => {
  const named = member.roles.map((code) => Object.entries(roleWords).find(([known]) => known === code)?.[1] ?? words(code, code));
  return words(named.map(({ zh }) => zh).join('、'), named.map(({ en }) => en).join(', '));
};

/** What one person's start page is under: a link of a year, revoked by raising the link version in Staff. */
const deskLink = (ports: Ports, member: StaffMember): string =>
  `${ports.webAppUrl()}?v=desk&t=${signLink(ports, staffClaims('desk', '', member, hoursFromNow(ports.now(), 24 * 366)))}`;

/**
 * Run once by the owner: makes workbooks, forms, triggers and protections, and the company's first rows. Each step is
 * skipped when it was done, so that an interrupted set-up is finished by running it again, and a deployment of an earlier
 * version gets what it lacks.
 */
export const setUp = (options: SetUpOptions = {}): SetUpResult => {
  ownerOnly();
  // Workbooks that are there keep their language.
  const language: Language = recall('language') === null ? options.language ?? 'zh-CN' : knownLanguage();
  if (recall('secret') === null) rememberAll({ secret: randomToken() + randomToken(), language, ...layoutFacts() });
  const owner = ownerAddress();
  ensureWorkbooks(owner, language);
  const ports = googlePorts();
  if (ports.locked(() => bringUpToDate(owner, language)) === 'busy') throw new Error(isBusy);
  const { people, sweepMinutes } = seed(ports, options.company ?? 'own', language);
  makeForms();
  const deployment = loadDeployment();
  ensureTriggers(deployment, sweepMinutes);
  shareWorkbooks(deployment, people);
  rememberCoreAddress(deployment, ports.webAppUrl());
  return {
    language,
    workbooks: Object.fromEntries(books.map((book) => [book, { id: deployment.workbooks[book]?.spreadsheetId ?? '', name: workbookTitle(book, language) }])) as Record<Book, { id: string; name: string }>,
    forms: Object.fromEntries(formsCatalogue.map(({ key }) => [key, { id: loadForm(key)?.formId ?? '', address: loadForm(key)?.address ?? '' }])),
    people: people.map((member) => ({ staffId: member.staffId, email: member.accountEmail, name: member.name, roles: [...member.roles], title: titleOf(member), language: member.language, desk: deskLink(ports, member) })),
    webApp: ports.webAppUrl(),
  };
};
