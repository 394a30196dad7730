import { severity, type SlaClock } from '../../sheets-templates';
import { parseInstant, type Instant } from '../terms';
import { startClocks, type ClockFacts } from '../deadlines';
import type { ExpenseOffice } from '../expenses';
import type { Fields } from './fields';
import type { Outcome } from './outcome';

/** The names of the deadlines in a `sla_class` case and the rules behind them. */
const names: Readonly<Record<string, readonly string[]>> = {
  contact: ['S-01'],
  report: ['S-02', 'S-05'],
  dispatch: ['S-03', 'S-06'],
  arrive: ['S-04', 'S-07'],
  agree: ['S-08'],
};

const show = (moment: Instant): string => moment.slice(0, 19).replace('T', ' ');

/** `sla_class`: severity, received_at → due moments of the class, all counted from the first message. */
export const deadlineCase = (fields: Fields): ((office: ExpenseOffice) => Outcome) => {
  const grade = fields.code('severity', severity);
  const at = fields.instant('received_at');
  const due = fields.within('due');
  const expected = Object.fromEntries(due.names().map((name) => {
    if (names[name] === undefined) due.problems.push(`due.${name}：未知时限 is no deadline (${Object.keys(names).join(', ')})`);
    const wanted = due.text(name);
    return [name, show(parseInstant(wanted) ?? due.instant(name))];
  }));
  if (due.names().length === 0) due.problems.push('due：没有期望值 expects nothing');
  return ({ calendar, settings }) => {
    const facts: ClockFacts = { objectType: 'TICKET', objectId: 'case', severity: grade, paid: false, at, moments: { receivedAt: at, severityEffectiveAt: at } };
    const clocks: readonly SlaClock[] = [...startClocks('received', facts, calendar, settings), ...startClocks('classified', facts, calendar, settings)];
    const actual = Object.fromEntries(Object.entries(names).flatMap(([name, rules]) => {
      const clock = clocks.find((one) => rules.includes(one.ruleId));
      return clock === undefined ? [] : [[name, show(clock.dueAt)]];
    }));
    return { expected: { due: expected }, actual: { due: actual } };
  };
};
