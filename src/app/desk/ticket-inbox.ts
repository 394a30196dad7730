import { inbox, type UnusableAnswer } from '../../../sheets-templates';
import { words } from '../../terms';
import { hasRole } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { quarantineCommands } from '../commands/tickets/quarantine';
import { registerFields, takeFields } from '../commands/tickets/intake-fields';
import type { Field } from '../field';
import { formTitle } from '../forms';
import { offerOf } from './offers';

const written = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '');

/** The clerk's form with what the customer wrote: only what was wrong is left to correct. */
const filled = (row: UnusableAnswer) => (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => {
    const value = written(row.answers[field.name]);
    if (field.name === 'channel') return { ...field, initial: 'WEB' };
    return value === '' || (field.choices !== undefined && field.choices[value] === undefined) ? field : { ...field, initial: value };
  });

const itemOf = (row: UnusableAnswer): WorkItem => ({
  objectId: row.answerId, kind: words('待处理来件', 'Answer to check'), title: written(row.answers['customerName']) || formTitle(row.form).zh, status: words('待核对', 'To be checked'), severity: null, dueAt: row.dueAt,
  facts: [{ label: words('原因', 'Reason'), value: row.reason }, ...registerFields.flatMap(({ name, label }) => { const value = written(row.answers[name]); return value === '' ? [] : [{ label, value: value.slice(0, 300) }]; })],
  offers: quarantineCommands.filter(({ fields }) => fields !== takeFields || row.form === 'intake')
    .map((definition) => offerOf(definition, row.answerId, { fields: { 'intake.release': filled(row) }, primary: ['intake.release'], danger: ['intake.dismiss'] })),
  forms: [],
});

/** 10.1: what was kept is checked within two working hours, never dropped in silence. */
export const inboxDesk: DeskSource = {
  reads: [inbox],
  items: ({ draft, actor }) => (hasRole(actor, 'CS', 'CLK', 'SUP') ? draft.where(inbox, ({ handledAt }) => handledAt === null).map(itemOf) : []),
};
