import type { TableName } from '../../../sheets-templates';
import type { Fields, Life } from './life';

/**
 * What begins and what ends a deadline, once more, as the columns "Start" and "Stop" of 4.3 read: in terms of rows that change, without
 * the product's own events. Months, weeks, overtime that nobody planned and what needs a setting are left to the rules' own tests.
 */
/** A row that is new, a property that was empty, or one that takes one of these values. */
export type Happening = 'added' | { readonly given: string } | { readonly became: readonly [property: string, ...values: readonly string[]] };

export interface Turn {
  readonly table: TableName;
  readonly when: Happening;
  readonly only?: (row: Fields) => boolean;
  readonly rules: readonly string[] | ((row: Fields) => readonly string[]);
  /** The property that names what the clock hangs on, or a look at what does; the row itself when left out. */
  readonly object?: string | ((key: string, life: Life) => readonly string[]);
  /** The property that holds the clock's start; the moment of the entry when left out. */
  readonly since?: string;
}

const has = (row: Fields | undefined, property: string): boolean => typeof row?.[property] === 'string';

/** Whether a row turns like this when it becomes `now`. */
export const turns = ({ when, only }: Turn, now: Fields, before: Fields | undefined): boolean => {
  if (only !== undefined && !only(now)) return false;
  if (when === 'added') return before === undefined;
  if ('given' in when) return has(now, when.given) && !has(before, when.given);
  const [property, ...values] = when.became;
  return values.includes(String(now[property])) && !values.includes(String(before?.[property]));
};

/** 4.6: paid work has targets from its agreement instead. */
const classClocks: Readonly<Record<string, readonly string[]>> = { A: ['S-02', 'S-03', 'S-04'], B: ['S-05', 'S-06', 'S-07'] };
const ofClass = (kind: unknown, row: Fields): readonly string[] => (classClocks[String(kind)] ?? []).filter((rule) => row['chargeType'] !== 'PAID' || rule === 'S-02' || rule === 'S-05');

/** What was replaced on a trip and has not been sent back yet. */
const oldPartsOf = (orderId: string, life: Life): readonly string[] => {
  const requests = life.rows('partsRequests').filter((row) => row['orderId'] === orderId).map((row) => row['requestId']);
  const lines = life.rows('partsLines').filter((row) => requests.includes(row['requestId'])).map((row) => row['lineId']);
  return life.rows('repairOrders').filter((row) => row['status'] === 'EXPECTED' && row['requestLine'] !== null && lines.includes(row['requestLine'])).map((row) => String(row['repairId']));
};

/** The ticket whose case is decided. One that is withdrawn while who pays is open still leaves its deadline to the next case. */
const decidedOf = (decisionId: string, life: Life): readonly string[] => {
  const decision = life.row('liabilityDecisions', decisionId);
  const ticketId = String(decision?.['ticketId']);
  return decision?.['status'] === 'CANCELLED' && life.row('tickets', ticketId)?.['chargeStatus'] === 'DECISION_PENDING' ? [] : [ticketId];
};

const settled = ['PAID', 'DISPUTED', 'WRITTEN_OFF'];

export const begins: readonly Turn[] = [
  { table: 'tickets', when: 'added', only: (row) => row['channel'] !== 'PLAN', since: 'receivedAt', rules: (row) => ['S-01', ...ofClass(row['severityClaimed'], row), ...(row['severityClaimed'] === 'C' ? ['S-08'] : [])] },
  { table: 'tickets', when: 'added', only: (row) => row['channel'] === 'PLAN', rules: ['S-36'] },
  { table: 'tickets', when: { given: 'severityEffectiveAt' }, since: 'severityEffectiveAt', rules: (row) => ofClass(row['severity'], row) },
  { table: 'tickets', when: { became: ['status', 'TRIAGED'] }, rules: ['S-42'] },
  { table: 'tickets', when: { became: ['status', 'REPAIRED'] }, rules: ['S-46'] },
  { table: 'tickets', when: { became: ['chargeStatus', 'DECISION_PENDING'] }, rules: ['S-38'] },
  { table: 'tickets', when: { became: ['chargeStatus', 'QUOTING'] }, rules: ['S-37'] },
  { table: 'dispatchOrders', when: { became: ['status', 'CONSENT_PENDING'] }, rules: ['S-18'] },
  { table: 'dispatchOrders', when: { became: ['status', 'ISSUED'] }, rules: ['S-19'] },
  { table: 'dispatchOrders', when: { given: 'arrivedAt' }, since: 'arrivedAt', rules: ['S-10'] },
  { table: 'dispatchOrders', when: { given: 'returnedAt' }, since: 'returnedAt', rules: ['S-14'] },
  { table: 'tripReports', when: { became: ['status', 'SUBMITTED'] }, object: 'orderId', rules: ['S-15'] },
  { table: 'partsRequests', when: { became: ['status', 'IN_APPROVAL'] }, rules: ['S-20'] },
  { table: 'partsRequests', when: { became: ['status', 'APPROVED'] }, rules: ['S-21'] },
  { table: 'partsRequests', when: { given: 'leadTimeAt' }, since: 'leadTimeAt', rules: ['S-22'] },
  { table: 'dispatchOrders', when: { given: 'returnedAt' }, since: 'returnedAt', object: oldPartsOf, rules: ['S-23'] },
  { table: 'repairOrders', when: { given: 'qaReceivedAt' }, since: 'qaReceivedAt', rules: ['S-24'] },
  { table: 'repairOrders', when: { given: 'disposedAt' }, since: 'disposedAt', rules: ['S-25'] },
  { table: 'defects', when: 'added', rules: ['S-26a', 'S-26b'] },
  { table: 'monthlyReports', when: 'added', rules: ['S-30'] },
  { table: 'appraisals', when: 'added', rules: ['S-31a', 'S-31b', 'S-31c'] },
  { table: 'expenseClaims', when: { became: ['status', 'APPROVED'] }, rules: ['S-32b'] },
  { table: 'complaints', when: 'added', since: 'receivedAt', rules: ['S-33a', 'S-33b', 'S-33c'] },
  // A customer who wants to be asked never again is written down, and asked no more.
  { table: 'surveys', when: 'added', only: (row) => row['status'] !== 'OPTED_OUT', rules: ['S-34a', 'S-34b', 'S-34c', 'S-34d'] },
  { table: 'spotChecks', when: 'added', rules: ['S-35'] },
  { table: 'receivables', when: { given: 'dueDate' }, only: (row) => !settled.includes(String(row['status'])), rules: ['S-39'] },
  { table: 'trainingAssignments', when: 'added', rules: ['S-41'] },
  { table: 'overtime', when: 'added', rules: ['S-43a'] },
  { table: 'overtime', when: { became: ['status', 'APPROVED'] }, rules: ['S-43b'] },
  { table: 'tools', when: { given: 'nextCheck' }, rules: ['S-44'] },
  { table: 'policyAcks', when: 'added', rules: ['S-48'] },
];

const over = ['CLOSED', 'CANCELLED', 'ARCHIVED', 'REFUSED', 'MERGED'];
const service = ['S-01', 'S-02', 'S-03', 'S-04', 'S-05', 'S-06', 'S-07', 'S-08', 'S-09', 'S-36', 'S-37', 'S-38', 'S-40', 'S-42', 'S-46'];

/** After such a change none of these clocks runs any more, on the row or what it names. */
export const ends: readonly Turn[] = [
  { table: 'contactAttempts', when: 'added', only: (row) => row['outcome'] === 'REACHED', object: 'ticketId', rules: ['S-01'] },
  { table: 'tickets', when: { given: 'severity' }, rules: ['S-40'] },
  { table: 'tickets', when: { given: 'agreedDate' }, rules: ['S-08'] },
  { table: 'tickets', when: { given: 'acceptedAt' }, rules: ['S-42', 'S-46'] },
  { table: 'tickets', when: { became: ['status', ...over] }, rules: service },
  { table: 'dispatchOrders', when: { given: 'acceptedAt' }, rules: ['S-18', 'S-19'] },
  { table: 'dispatchOrders', when: { given: 'acceptedAt' }, object: 'ticketId', rules: ['S-03', 'S-08'] },
  { table: 'dispatchOrders', when: { given: 'arrivedAt' }, object: 'ticketId', rules: ['S-04', 'S-07', 'S-09'] },
  { table: 'dispatchOrders', when: { became: ['status', 'REJECTED', 'DECLINED', 'CANCELLED'] }, rules: ['S-18', 'S-19'] },
  { table: 'siteReports', when: 'added', only: (row) => row['kind'] === 'ARRIVAL', object: 'orderId', rules: ['S-10'] },
  { table: 'siteReports', when: { given: 'supReply' }, rules: ['S-12'] },
  { table: 'tripReports', when: { became: ['status', 'SUBMITTED'] }, object: 'orderId', rules: ['S-14'] },
  { table: 'tripReports', when: { given: 'clerkCheckedAt' }, object: 'orderId', rules: ['S-15'] },
  { table: 'partsRequests', when: { became: ['status', 'APPROVED', 'REJECTED', 'CANCELLED'] }, rules: ['S-20'] },
  { table: 'partsRequests', when: { given: 'leadTimeAt' }, rules: ['S-21'] },
  { table: 'partsRequests', when: { became: ['status', 'SHIPPED', 'RECEIVED', 'CLOSED', 'CANCELLED'] }, rules: ['S-21', 'S-22'] },
  { table: 'repairOrders', when: { given: 'sentAt' }, rules: ['S-23'] },
  { table: 'repairOrders', when: { became: ['status', 'TESTED'] }, rules: ['S-24'] },
  { table: 'repairOrders', when: { given: 'copyToClerkAt' }, rules: ['S-25'] },
  { table: 'monthlyReports', when: { became: ['status', 'SUBMITTED'] }, rules: ['S-30'] },
  { table: 'expenseClaims', when: { became: ['status', 'SUBMITTED'] }, rules: ['S-32a'] },
  { table: 'expenseClaims', when: { given: 'paidAt' }, rules: ['S-32b'] },
  { table: 'complaints', when: { given: 'ackAt' }, rules: ['S-33a'] },
  { table: 'complaints', when: { given: 'proposalAt' }, rules: ['S-33b'] },
  { table: 'complaints', when: { given: 'closedAt' }, rules: ['S-33a', 'S-33b', 'S-33c'] },
  { table: 'quotes', when: { given: 'sentAt' }, object: 'ticketId', rules: ['S-37'] },
  { table: 'liabilityDecisions', when: { became: ['status', 'DECIDED', 'TOLD', 'CANCELLED'] }, object: decidedOf, rules: ['S-38'] },
  { table: 'receivables', when: { became: ['status', ...settled] }, rules: ['S-39'] },
  { table: 'trainingAssignments', when: { became: ['status', 'PASSED', 'ATTENDED'] }, rules: ['S-41'] },
  { table: 'policyAcks', when: { given: 'ackAt' }, rules: ['S-48'] },
];
