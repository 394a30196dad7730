import { approvals, staff, type AnyTable, type Role } from '../../../sheets-templates';
import { isRefusal, refuse, words, type Instant, type Refusal } from '../../terms';
import { approvalView, deskView } from '../../ui/view';
import type { ApprovalPage, DeskData, LinkView } from '../../ui/protocol';
import { hasRole, type Actor } from '../actor';
import { decidesFor } from '../approvals/deciders';
import { outcomeOf } from '../approvals/outcomes';
import type { DeskSource, Offer } from '../command';
import { findCommand } from '../commands';
import { everyDecisionReads, readEnvironment } from '../decide';
import { hoursFromNow, signLink, staffClaims } from '../links';
import type { Ports } from '../ports';
import { readFor } from '../run-command';
import { maskItem, maskMessage, reachesOut } from '../written-numbers';
import type { Draft } from '../../ledger/draft';
import { approvalsDesk } from './approvals';
import { copyDeskTables, withCopyTexts } from './copy-texts';
import { explained } from './deadlines';
import { registerStarts } from './registers';
import { sources as tradeSources } from './sources';

const sources: readonly DeskSource[] = [approvalsDesk, ...tradeSources];

const unique = (tables: readonly AnyTable[]): readonly AnyTable[] => [...new Set(tables)];

const deskTables = unique([...everyDecisionReads, ...sources.flatMap((source) => source.reads), ...copyDeskTables]);

/** What a role, or everybody, may start without an object to start from. */
const starts: readonly { readonly command: string; readonly roles: readonly Role[] | null }[] = [
  { command: 'ticket.lookUp', roles: ['CS', 'CLK', 'SUP', 'TSM'] },
  { command: 'ticket.take', roles: null },
  { command: 'ticket.reopen', roles: ['SUP', 'CS'] },
  { command: 'ticket.archive', roles: ['CLK'] },
  { command: 'plan.create', roles: ['SUP'] },
  { command: 'plan.end', roles: ['SUP'] },
  { command: 'duty.plan', roles: ['SUP'] },
  { command: 'unit.qr', roles: ['CLK', 'CS', 'SUP'] },
  { command: 'calendar.setDay', roles: ['ADM', 'TSM'] },
  { command: 'calendar.removeDay', roles: ['ADM', 'TSM'] },
  { command: 'calendar.loadYear', roles: ['ADM', 'TSM'] },
  { command: 'ticket.notices', roles: ['SUP', 'TSM', 'DGM', 'EDGM', 'GM', 'QM'] },
  { command: 'setting.change', roles: ['ADM'] },
  { command: 'delegation.give', roles: ['SUP', 'TSM', 'DGM', 'EDGM', 'GM'] },
];

const startOffers = (actor: Actor): readonly Offer[] =>
  starts.flatMap(({ command, roles }) => {
    const definition = findCommand(command);
    return definition === undefined || (roles !== null && !hasRole(actor, ...roles)) ? [] : [{ command, objectId: '', label: definition.label, fields: definition.fields, tone: 'plain' as const }];
  });

/** Links in forms hold for as long as an order may run. */
const formLinkHours = 24 * 120;

const formLink = (ports: Ports, actor: Actor, now: Instant) => (form: string, objectId: string): string | null => {
  const place = ports.form(form);
  if (place === null || actor.kind !== 'staff') return null;
  return place.address.replace('LINKCODE', signLink(ports, staffClaims('form', objectId, actor.staff, hoursFromNow(now, formLinkHours))));
};

/** The workplace of a person: what waits for them, what they may do with it, and the forms of their work. */
export const deskFor = (ports: Ports, resolve: (draft: Draft) => Actor | Refusal): DeskData | Refusal => {
  const draft = readFor(ports, deskTables);
  if (isRefusal(draft)) return draft;
  const actor = resolve(draft);
  if (isRefusal(actor)) return actor;
  if (actor.kind !== 'staff') return refuse('DESK', '工作台仅供本公司人员使用。', 'The desk is for staff only.');
  const now = ports.now();
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) return environment;
  const known = sources.flatMap((source) => source.items({ draft, actor, now, ...environment })).map(withCopyTexts(draft, actor));
  const items = reachesOut(actor.staff.roles) ? known : known.map(maskItem);
  const intake = ports.form('intake');
  const passesOn = hasRole(actor, 'SUP', 'CS', 'CLK', 'OPS', 'SAL');
  const links: readonly LinkView[] = intake === null || !passesOn ? [] : [{ label: words('客户报修表', 'Customers\' request form'), url: intake.address }];
  return deskView({ person: actor.staff, now, items, explained: explained(draft, environment.calendar, now), offers: [...startOffers(actor), ...registerStarts(draft, actor)], formLink: formLink(ports, actor, now), links });
};

/** One request for approval, as its approver's link shows it. Looking changes nothing. */
export const approvalFor = (ports: Ports, approvalId: string, resolve: (draft: Draft) => Actor | Refusal): ApprovalPage | Refusal => {
  const draft = readFor(ports, unique([...everyDecisionReads, ...approvalsDesk.reads]));
  if (isRefusal(draft)) return draft;
  const actor = resolve(draft);
  if (isRefusal(actor)) return actor;
  const approval = draft.find(approvals, approvalId);
  const now = ports.now();
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) return environment;
  const mayLook = approval !== undefined && actor.kind === 'staff' && (approval.status === 'PENDING' ? decidesFor({ draft, now, ...environment }, approval, actor.staff) !== null : approval.approver.split(',').includes(actor.staff.staffId));
  if (!mayLook) return refuse('A-WHO', '此单不由您批复，或已由他人批复。', 'This is not yours to decide, or somebody else decided it.');
  const [requester = ''] = approval.requestedBy.split(',');
  const message = outcomeOf(approval.docType).message(draft, approval.docId);
  return approvalView({
    approval,
    message: reachesOut(actor.staff.roles) ? message : maskMessage(message),
    requesterName: draft.find(staff, requester)?.name ?? requester,
    dueAt: null,
    now,
    language: actor.staff.language === 'en' ? 'en' : 'zh-CN',
  });
};
