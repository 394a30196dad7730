import { dutyRoster, dutyShift, seen, slaClocks, staff } from '../../../sheets-templates';
import { dateOf, daysBetween, firstRefusal, plusDays, refuse, words, type LocalDate } from '../../terms';
import { dutyUnconfirmed } from '../../text/notices/health';
import { mondayOf, rosterGaps, shiftsToConfirm } from '../../tickets';
import { hasRole, staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import { isFirstTime } from '../effects/first-time';
import { recordMoment } from '../effects/record-moment';
import type { Request } from '../request';
import { onlySystem } from '../sweep/only-system';
import { choiceOf } from './tickets/chosen';

const reads = [dutyRoster, slaClocks, seen] as const;

const longestDays = 62;

const nextWeek = (date: LocalDate): LocalDate => plusDays(mondayOf(date), 7);
/** The clock of S-49 is about the week whose roster is made. */
const weekId = (monday: LocalDate): string => `duty-${monday}`;

const settle = (request: Request, monday: LocalDate): readonly LocalDate[] => {
  const gaps = rosterGaps(request.draft.all(dutyRoster), monday);
  if (gaps.length === 0) recordMoment(request, { event: 'rosterComplete', objectType: 'PERIODIC', objectId: weekId(monday), ticketId: null, at: request.now, severity: null });
  return gaps;
};

/** who answers the duty phone, for some days at once; a day that is on the roster already changes. */
const planDuty: CommandDefinition = command({
  name: 'duty.plan', label: words('排值班', 'Plan duty'), rules: ['R-163', 'S-49'], reads,
  fields: [
    { name: 'fromDate', kind: 'date', label: words('自', 'From'), required: true },
    { name: 'toDate', kind: 'date', label: words('至', 'To'), help: words('留空为一天。', 'Empty means one day.') },
    { name: 'shift', kind: 'choice', label: words('班次', 'Shift'), choices: dutyShift, required: true, initial: 'FULL' },
    { name: 'primary', kind: 'text', label: words('值班人', 'Primary'), required: true, maximum: 60, help: words('姓名或编号。', 'Name or number.') },
    { name: 'backup', kind: 'text', label: words('备班人', 'Backup'), required: true, maximum: 60, help: words('姓名或编号。', 'Name or number.') },
    { name: 'phone', kind: 'text', label: words('值班电话', 'Duty phone'), maximum: 40, help: words('留空为值班人的电话。', 'Empty means the number of the primary.') },
  ],
  decide: (request) => {
    const { draft, input, now, actor } = request;
    const found = (name: string) => draft.where(staff, (member) => member.active && (member.staffId === name || member.name === name));
    const [first, second] = [found(input.text('primary')), found(input.text('backup'))];
    const [primary, backup] = [first[0], second[0]];
    const from = input.date('fromDate');
    const to = input.optionalDate('toDate') ?? from;
    const refused = firstRefusal([
      hasRole(actor, 'SUP') ? null : refuse('ROLE', '值班表由主管编排。', 'The supervisor makes the duty roster.'),
      first.length === 1 && second.length === 1 && primary?.staffId !== backup?.staffId ? null : refuse('R-163', '请各填写一位在职人员（姓名或编号），值班人与备班人不能相同。', 'Name one active person each, by name or number; primary and backup are two people.'),
      from >= dateOf(now) && to >= from && daysBetween(from, to) < longestDays ? null : refuse('R-163', `日期须自今天起，一次不超过 ${longestDays} 天。`, `Dates begin today or later, at most ${longestDays} days at once.`),
    ]);
    if (refused !== null || primary === undefined || backup === undefined) return refused ?? refuse('R-163', '没有此人。', 'There is no such person.');
    const shift = choiceOf(input, 'shift', dutyShift);
    for (let date = from; date <= to; date = plusDays(date, 1)) {
      const before = draft.where(dutyRoster, (row) => row.date === date && row.shift === shift)[0];
      const row = { date, shift, primary: primary.staffId, backup: backup.staffId, phone: input.optionalText('phone') ?? primary.phone, acknowledgedAt: null };
      if (before === undefined) draft.insert(dutyRoster, { dutyId: `DR-${date.replace(/-/g, '')}-${shift}`, ...row });
      else draft.update(dutyRoster, before.dutyId, row);
    }
    const gaps = settle(request, nextWeek(dateOf(now)));
    return { objectId: '', message: gaps.length === 0 ? words('已排班，下周每天都有值班人和备班人。', 'On the roster; every day of next week has primary and backup.') : words(`已排班。下周还缺：${gaps.join('、')}。`, `On the roster. Next week still lacks ${gaps.join(', ')}.`) };
  },
});

/** Who is on duty says that he knows of it: his shifts of the coming days at once, so that one press a week will do. */
export const confirmDuty: CommandDefinition = command({
  name: 'duty.confirm', label: words('确认值班', 'Confirm duty'), rules: ['R-163', 'N-53'], reads: [dutyRoster], fields: [],
  decide: ({ draft, actor, objectId, now }) => {
    const me = staffIdOf(actor);
    const shift = draft.find(dutyRoster, objectId);
    if (shift?.primary !== me) return refuse('ROLE', '只有值班人本人能确认值班；换人请主管改值班表。', 'Only the person on duty confirms it; the supervisor changes the roster.');
    const mine = shiftsToConfirm(draft.all(dutyRoster), dateOf(now)).filter(({ primary }) => primary === me);
    for (const { dutyId } of mine) draft.update(dutyRoster, dutyId, { acknowledgedAt: now });
    return { objectId, message: mine.length === 0 ? words('已确认过。', 'Confirmed before.') : words(`已确认 ${mine.length} 个班次。`, `${mine.length} shifts are confirmed.`) };
  },
});

/** Every night. S-49: next week's roster is due by the end of this one, where a roster is kept at all; what was typed into the tab counts as well. N-53: who begins tomorrow and has not confirmed. */
const watchRoster: CommandDefinition = command({
  name: 'sweep.duty', label: words('值班表巡检', 'Watch the duty roster'), rules: ['S-49', 'N-53'], reads, fields: [],
  decide: (request) => {
    const refused = onlySystem(request);
    if (refused !== null) return refused;
    const { draft, now } = request;
    const monday = mondayOf(dateOf(now));
    for (const week of [monday, nextWeek(monday)]) settle(request, week);
    const next = nextWeek(monday);
    if (draft.all(dutyRoster).length > 0 && rosterGaps(draft.all(dutyRoster), next).length > 0) {
      recordMoment(request, { event: 'weekStarted', objectType: 'PERIODIC', objectId: weekId(next), ticketId: null, at: now, severity: null, cycle: monday, facts: { only: ['S-49'] } });
    }
    const tomorrow = plusDays(dateOf(now), 1);
    for (const shift of shiftsToConfirm(draft.all(dutyRoster), tomorrow).filter(({ date }) => date === tomorrow)) {
      if (!isFirstTime(draft, `duty/${shift.dutyId}`, now)) continue;
      request.notify({ code: 'N-53', to: [{ role: 'SUP' }, { role: 'TSM' }], objectId: shift.dutyId, message: dutyUnconfirmed(shift, draft.find(staff, shift.primary)?.name ?? shift.primary) });
    }
    return { objectId: next, message: words(`${next} 起一周的值班表已查看。`, `The roster of the week from ${next} was looked at.`) };
  },
});

export const dutyCommands: readonly CommandDefinition[] = [planDuty, confirmDuty, watchRoster];
