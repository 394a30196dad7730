import {
  complaints, itinerary, partsLines, partsRequests, periodicKind, periodicReports, repairOrders, shipments, slaClocks, staff, surveys, tickets, type PeriodicKind, type PeriodicReport, role, type Role,
} from '../../../../sheets-templates';
import { rowCount, type PeriodicRows } from '../../../reports';
import { closeOf, lastWorkingDayOfWeek, type ClockEvent } from '../../../deadlines';
import { mondayOf } from '../../../tickets';
import { dateOf, refuse, words } from '../../../terms';
import { periodicMail, periodicMessage } from '../../../text/notices/periodic';
import { hasRole, staffIdOf } from '../../actor';
import { command } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { monthEndDue, type MonthDue } from './month-dues';

/** Who makes each record, for whom, and the deadline behind it (8.1); without a day of the next month it is the week's. */
export const periodicDuties: Readonly<Record<PeriodicKind, { readonly by: Role; readonly to: readonly Role[]; readonly due: MonthDue | null; readonly rule: string; readonly sent: ClockEvent }>> = {
  SHIPMENTS: { by: 'OPS', to: ['CLK'], due: 'due.shipments', rule: 'S-27', sent: 'shipmentsReported' },
  ITINERARY: { by: 'CLK', to: ['GM', 'TSM'], due: 'due.itinerary', rule: 'S-28', sent: 'itineraryReported' },
  PARTS_LEDGER: { by: 'CLK', to: ['GM', 'EDGM', 'TSM'], due: 'due.ledger', rule: 'S-29', sent: 'partsLedgerReported' },
  GROUP_WEEKLY: { by: 'SUP', to: ['TSM'], due: null, rule: 'S-47', sent: 'weeklyReportSent' },
  CS_WEEKLY: { by: 'CS', to: ['SUP', 'TSM'], due: null, rule: 'S-47', sent: 'weeklyReportSent' },
};

export const periodicTables = [periodicReports, slaClocks] as const;

const kinds = Object.keys(periodicKind).filter((kind): kind is PeriodicKind => kind in periodicDuties);

/** On the 1st: the records of the past month are due, each from whoever makes it. A second run adds nothing. */
export const openPeriodic = (request: Request, month: string): void => {
  const { draft, now } = request;
  for (const kind of kinds) {
    const { by, to, due, rule } = periodicDuties[kind];
    const reportId = `BS-${month.replace('-', '')}-${kind}`;
    if (due === null || draft.find(periodicReports, reportId) !== undefined || draft.where(staff, (member) => member.active && member.roles.includes(by)).length === 0) continue;
    draft.insert(periodicReports, {
      reportId, status: 'DUE', kind, period: month, version: 0, preparedBy: null, recipients: to, dueAt: monthEndDue(request, month, due), sentAt: null, rowCount: null, checksum: null, reason: null,
    });
    recordMoment(request, { event: 'monthEnded', objectType: 'PERIODIC', objectId: reportId, ticketId: null, at: now, severity: null, cycle: month, facts: { only: [rule], month } });
  }
};

/** S-47: the week's reports are due by the end of its last working day, each from whoever has made it before or may make it. A week without working days owes none. */
export const openWeek = (request: Request): void => {
  const { draft, now, calendar } = request;
  const monday = mondayOf(dateOf(now));
  const last = lastWorkingDayOfWeek(calendar, monday);
  if (last === null || last < dateOf(now)) return;
  for (const kind of kinds) {
    const { by, to, due, rule } = periodicDuties[kind];
    const reportId = `BS-${monday.replace(/-/g, '')}-${kind}`;
    const [maker] = draft.where(staff, (member) => member.active && member.roles.includes(by));
    if (due !== null || maker === undefined || draft.find(periodicReports, reportId) !== undefined) continue;
    draft.insert(periodicReports, { reportId, status: 'DUE', kind, period: monday, version: 0, preparedBy: maker.staffId, recipients: to, dueAt: closeOf(calendar, last), sentAt: null, rowCount: null, checksum: null, reason: null });
    recordMoment(request, { event: 'weekStarted', objectType: 'PERIODIC', objectId: reportId, ticketId: null, at: now, severity: null, cycle: monday, facts: { only: [rule] } });
  }
};

/** Beside these, weekly reports tell of complaints and surveys. */
export const weekTables = [periodicReports, staff] as const;

const rowsOf = ({ draft }: Request): PeriodicRows => ({
  tickets: draft.all(tickets), staff: draft.all(staff), itinerary: draft.all(itinerary), shipments: draft.all(shipments), partsRequests: draft.all(partsRequests), partsLines: draft.all(partsLines), repairs: draft.all(repairOrders), clocks: draft.all(slaClocks), surveys: draft.all(surveys), complaints: draft.all(complaints),
});

/** What a weekly report says beside its figures. */
export const remarksField: Field = { name: 'remarks', kind: 'long', label: words('进展与问题', 'Progress and problems'), help: words('周报用；表格由系统汇总。', 'For weekly reports; the system adds the tables.'), maximum: 2000 };

/** made from the ledgers, sent and kept as it stood; a later correction is a new version with its reason. */
export const sendPeriodic = command({
  name: 'periodic.send', label: words('报送', 'Send the record'), rules: ['R-030', 'R-057', 'R-222', 'R-240', 'R-269', 'S-27', 'S-28', 'S-29', 'S-47'],
  reads: [...periodicTables, tickets, itinerary, shipments, partsRequests, partsLines, repairOrders, surveys, complaints],
  fields: [{ name: 'reason', kind: 'text', label: words('更正原因', 'Reason of the correction'), help: words('再次报送时必填。', 'Needed when it was sent before.'), maximum: 300 }, remarksField],
  decide: (request) => {
    const { draft, now, actor, input, digest } = request;
    const found: PeriodicReport | undefined = draft.find(periodicReports, request.objectId);
    if (found === undefined) return refuse('UNKNOWN', `没有报送项 ${request.objectId}。`, `There is no record ${request.objectId}.`);
    const { kind, period } = found;
    const { by, to, sent } = periodicDuties[kind];
    if (!hasRole(actor, by)) return refuse('ROLE', `“${periodicKind[kind].zh}”由${role[by].zh}报送。`, `"${periodicKind[kind].en}" is sent by: ${role[by].en}.`);
    const reason = input.optionalText('reason');
    if (found.sentAt !== null && reason === null) return refuse('8.1', '已报送过；再次报送须写明更正原因。', 'It was sent before; say what is corrected.');
    const rows = rowsOf(request);
    const version = found.version + 1;
    draft.update(periodicReports, found.reportId, {
      status: 'SENT', version, preparedBy: staffIdOf(actor), sentAt: now, rowCount: rowCount(kind, rows, period), checksum: digest(JSON.stringify(periodicMail(kind, rows, period, dateOf(now), 'zh-CN'))), reason,
    });
    recordMoment(request, { event: sent, objectType: 'PERIODIC', objectId: found.reportId, ticketId: null, at: now, severity: null });
    // A report of its own at its own hour, as the managers' summary is.
    request.notify({ code: 'N-47', to: to.map((role) => ({ role })), objectId: found.reportId, cycle: String(version), priority: 'P2', message: periodicMessage(kind, period, version, reason, input.optionalText('remarks'), (language) => periodicMail(kind, rows, period, dateOf(now), language)) });
    return { objectId: found.reportId, message: words(`${periodicKind[kind].zh} ${period} 已报送。`, `${periodicKind[kind].en} ${period} is sent.`) };
  },
});
