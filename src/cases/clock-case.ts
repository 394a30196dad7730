import { breachReason, pauseKind, severity, slaResult, type SlaClock } from '../../sheets-templates';
import { applyPauses, clockEvents, correctClocks, dailyReportDates, isUnreachable, levelsOf, mayPause, reclassify, startClocks, stopClocks, type Attempt, type ClockFacts, type Standstill } from '../deadlines';
import type { ExpenseOffice } from '../expenses';
import { atMinute, instantAt, later, parseDate, type Instant } from '../terms';
import { optional, type Fields } from './fields';
import type { Outcome } from './outcome';

/** The clocks of one object as a case goes on. */
interface Course extends Pick<ExpenseOffice, 'calendar' | 'settings'> {
  readonly clocks: Map<string, SlaClock>;
  readonly pauses: { readonly pause: Standstill; readonly meant: (clock: SlaClock) => boolean }[];
  readonly attempts: Attempt[];
  facts: ClockFacts;
  received: Instant;
}

type Step = (course: Course, at: Instant) => void;

const put = ({ clocks }: Course, changed: readonly SlaClock[]): void => changed.forEach((clock) => void clocks.set(clock.clockId, clock));
const all = ({ clocks }: Course): readonly SlaClock[] => [...clocks.values()];
/** As what stands still by then moves a clock, whether it began before or after. */
const standing = ({ pauses, calendar }: Course, at: Instant) => (clock: SlaClock): SlaClock => {
  const own = pauses.filter(({ pause, meant }) => meant(clock) && mayPause(clock.ruleId, pause.kind)).map(({ pause }) => pause);
  return own.length === 0 ? clock : applyPauses(clock, own, calendar, at);
};
const events = Object.fromEntries(clockEvents.map((event) => [event, event]));
const moments = ['agreedDate', 'promisedShipDate', 'dueDate', 'nextCheckDate', 'effectiveDate', 'overtimeStart', 'startTarget', 'arriveTarget'] as const;
const rulesOf = (fields: Fields): ((clock: SlaClock) => boolean) => {
  const rules = fields.texts('rules');
  return ({ ruleId }) => rules.length === 0 || rules.includes(ruleId);
};

/** What a step does, by its name; each reads its own fields. Anything else is an event of 4.3. */
const doings: Readonly<Record<string, (fields: Fields) => Step>> = {
  reclass: (fields) => {
    const to = fields.code('to', severity);
    return (course, at) => {
      put(course, reclassify(all(course), { ...course.facts, from: course.facts.severity, to, effectiveAt: at, recordedAt: at, receivedAt: course.received, standing: standing(course, at) }, course.calendar, course.settings));
      course.facts = { ...course.facts, severity: to };
    };
  },
  pause: (fields) => {
    const pause: Standstill = {
      kind: fields.code('kind', pauseKind), fromAt: fields.has('from') ? fields.instant('from') : instantAt(0),
      toAt: optional(fields, 'to', (name) => fields.instant(name)), newDue: optional(fields, 'new_due', (name) => fields.instant(name)),
    };
    const meant = rulesOf(fields);
    return (course, at) => {
      course.pauses.push({ pause, meant });
      put(course, all(course).filter(meant).map(standing(course, at)));
    };
  },
  attempt: () => (course, at) => void course.attempts.push({ at, reached: false }),
  correct: (fields) => {
    const [event, before] = [fields.code('event', events), fields.instant('before')];
    return (course, after) => put(course, correctClocks(all(course), { event: clockEvents.find((one) => one === event) ?? 'arrived', before, after }, course.calendar));
  },
  stay: (fields) => {
    const arrived = fields.instant('arrived');
    return (course, at) => {
      for (const date of dailyReportDates(arrived, at, course.settings)) put(course, startClocks('onSiteDate', { ...course.facts, at: atMinute(date, 0), cycle: date }, course.calendar, course.settings));
    };
  },
  look: () => () => undefined,
};

const eventStep = (fields: Fields): Step => {
  const event = clockEvents.find((one) => one === fields.code('do', { ...events, ...doings })) ?? 'received';
  const cycle = fields.text('cycle', '');
  const month = fields.text('month', '');
  const known = Object.fromEntries(moments.filter((name) => fields.has(name)).map((name) => [name, parseDate(fields.text(name)) ?? fields.instant(name)]));
  return (course, at) => {
    if (event === 'received' || event === 'forwardedReceived') course.received = at;
    const own = all(course).filter((clock) => cycle === '' || clock.cycle === cycle);
    put(course, stopClocks(event, own, at, course.settings).map((clock) => (isUnreachable(clock, course.attempts, course.settings) && clock.result === 'BREACHED_DONE' ? { ...clock, breachReason: 'UNREACHABLE' } : clock)));
    const facts: ClockFacts = { ...course.facts, at, ...(month === '' ? {} : { month }), moments: { receivedAt: course.received, severityEffectiveAt: course.received, ...known } };
    put(course, startClocks(event, facts, course.calendar, course.settings).filter((clock) => !course.clocks.has(clock.clockId)).map(standing(course, at)));
  };
};

const show = (moment: Instant): string => moment.slice(0, 19).replace('T', ' ');

/** What a case may expect of a clock; `levels` are those of 4.5 up to the last step. */
const shown = (clock: SlaClock, { facts, calendar, settings }: Course, now: Instant): Readonly<Record<string, unknown>> => ({
  due: show(clock.dueAt), start: show(clock.startAt), result: clock.result, reason: clock.breachReason, target: clock.isTargetOnly, override: clock.dueBasis === 'OVERRIDE', paused: clock.pausedMin, corrected: clock.correctedFrom !== null,
  levels: levelsOf(clock, { severity: facts.severity, calendar, settings, now }).filter(({ at }) => at <= now).map(({ at }) => show(at)),
});

const readExpected = (one: Fields): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries((['due', 'start'] as const).filter((name) => one.has(name)).map((name) => [name, show(one.instant(name))])),
  ...(one.has('result') ? { result: one.code('result', slaResult) } : {}), ...(one.has('reason') ? { reason: one.code('reason', breachReason) } : {}),
  ...Object.fromEntries((['target', 'override', 'corrected'] as const).filter((name) => one.has(name)).map((name) => [name, one.flag(name, false)])),
  ...(one.has('paused') ? { paused: one.count('paused') } : {}), ...(one.has('levels') ? { levels: one.texts('levels') } : {}),
});

/** `deadlines`: what happens to an object, in order → its clocks, by rule or by rule and cycle. */
export const clockCase = (fields: Fields): ((office: ExpenseOffice) => Outcome) => {
  const grade = optional(fields, 'class', (name) => fields.code(name, severity));
  const paid = fields.flag('paid', false);
  const steps = fields.each('steps', (one) => ({ at: one.instant('at'), step: (doings[one.text('do')] ?? eventStep)(one) }));
  const wanted = fields.within('expect');
  const expected = Object.fromEntries(wanted.names().map((name) => {
    if (wanted.isEmpty(name)) return [name, null];
    const one = wanted.within(name);
    const read = readExpected(one);
    one.done();
    return [name, read];
  }));
  if (steps.length === 0 || wanted.names().length === 0) fields.problems.push('expect：没有步骤或期望值 no steps, or expects nothing');
  return ({ calendar, settings }) => {
    const began = steps[0]?.at ?? instantAt(0);
    const course: Course = { calendar, settings, clocks: new Map(), pauses: [], attempts: [], received: began, facts: { objectType: 'TICKET', objectId: 'case', severity: grade, paid, at: began } };
    for (const { at, step } of steps) step(course, at);
    const now = steps.map(({ at }) => at).reduce(later, began);
    const find = (name: string): SlaClock | undefined => {
      const [rule, cycle] = name.split('/');
      return all(course).filter((clock) => clock.ruleId === rule && (cycle === undefined || clock.cycle === cycle)).pop();
    };
    const actual = Object.fromEntries(Object.keys(expected).map((name) => {
      const clock = find(name);
      return [name, clock === undefined ? null : shown(clock, course, now)];
    }));
    return { expected, actual };
  };
};
