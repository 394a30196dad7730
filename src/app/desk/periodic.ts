import { periodicKind, periodicReports, periodicStatus, role } from '../../../sheets-templates';
import { previousMonth } from '../../people';
import { localDate, plusDays, words, type Words } from '../../terms';
import { hasRole } from '../actor';
import type { DeskSource } from '../command';
import { periodicDuties, sendPeriodic } from '../commands/monthly-reports/periodic';
import { offerOf } from './offers';

const nameOf = (code: string): Words => Object.entries(role).find(([known]) => known === code)?.[1] ?? words(code, code);
const listed = (names: readonly Words[]): Words => words(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '));

/** Monthly records before whoever makes them: until they are sent, and for the rest of the month in case of a correction (8.1). */
export const periodicDesk: DeskSource = {
  reads: [periodicReports],
  items: ({ draft, actor, now }) => draft.where(periodicReports, (row) => (row.status === 'DUE' || row.period === previousMonth(now.slice(0, 7)) || row.period > plusDays(localDate(now.slice(0, 10)), -14)) && hasRole(actor, periodicDuties[row.kind].by)).map((row) => ({
    objectId: row.reportId, kind: periodicKind[row.kind], title: row.period, status: periodicStatus[row.status], severity: null, dueAt: row.status === 'DUE' ? row.dueAt : null,
    facts: [{ label: words('报送对象', 'To'), value: listed((row.recipients ?? []).map(nameOf)) }], offers: [offerOf(sendPeriodic, row.reportId, { ...(row.status === 'DUE' ? { primary: [sendPeriodic.name] } : {}), fields: { [sendPeriodic.name]: (fields) => fields.filter(({ name }) => (name === 'remarks' ? periodicDuties[row.kind].due === null : row.status !== 'DUE')) } })], forms: [],
  })),
};
