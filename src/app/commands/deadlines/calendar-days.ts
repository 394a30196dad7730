import { dayKind, holidays, type Holiday } from '../../../../sheets-templates';
import { buildCalendar, isWorkingDay, readHours, readYearList, workingDayAfter, workingDayBefore, type Calendar } from '../../../deadlines';
import { daysBetween, isRefusal, localDate, parseDate, plusDays, refuse, words, type LocalDate, type Refusal, type Words } from '../../../terms';
import { actorName, hasRole } from '../../actor';
import { command, type CommandDefinition, type Reply } from '../../command';
import { recomputeAll, standstillTables } from '../../effects/standstills';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { chosen } from '../tickets/chosen';

const reads = [holidays, ...standstillTables] as const;

const keepers = ({ actor }: Request): Refusal | null =>
  hasRole(actor, 'ADM', 'TSM') ? null : refuse('ROLE', '节假日表由系统管理员或技术支持部经理维护。', 'The administrator or the technical support manager keeps the list of holidays.');

/** No holiday of this country is longer; a list that closes the office for longer is a slip of the pen. */
const longestClosed = 31;

const closedTooLong = (calendar: Calendar, date: LocalDate): Refusal | null =>
  daysBetween(workingDayBefore(calendar, date, 0), workingDayAfter(calendar, date, 0)) <= longestClosed ? null
    : refuse('CAL-5', `${date} 前后连续 ${longestClosed} 天以上没有工作日，时限将无法计算，请检查。`, `Around ${date} more than ${longestClosed} days in a row would have no working day, and no deadline could be counted; please check.`);

/** The list as it now stands, or why it cannot stand; open clocks follow it. */
const settle = (request: Request, dates: readonly LocalDate[], said: Words): Reply | Refusal => {
  const after = buildCalendar(request.draft.all(holidays), request.settings, request.now);
  if (isRefusal(after)) return after;
  const refused = dates.map((date) => closedTooLong(after, date)).find((one) => one !== null);
  if (refused !== undefined && refused !== null) return refused;
  const changed = recomputeAll(request, after);
  return { objectId: dates[0] ?? '', message: words(`${said.zh}重算 ${changed} 项进行中的时限。`, `${said.en} ${changed} open deadlines counted anew.`) };
};

const dateField: Field = { name: 'date', kind: 'date', label: words('日期', 'Date') };
const yesNo = { Y: words('是', 'Yes'), N: words('否', 'No') };

const dateFor = ({ objectId, input }: Request): LocalDate | Refusal =>
  input.optionalDate('date') ?? parseDate(objectId) ?? refuse('CAL-2', '请填写日期，如 2026-10-01。', 'Give a date, such as 2026-10-01.');

const put = ({ draft }: Request, row: Holiday): void => {
  if (draft.find(holidays, row.date) === undefined) draft.insert(holidays, row);
  else draft.update(holidays, row.date, row);
};

/** One day: off, worked, or worked at other hours. What is not given stays as it was. */
export const setDay: CommandDefinition = command({
  name: 'calendar.setDay',
  label: words('设置某一天', 'Set a day of the calendar'),
  rules: ['4.1'],
  reads,
  fields: [
    dateField,
    { name: 'kind', kind: 'choice', label: words('类型', 'Kind'), choices: dayKind },
    { name: 'hours', kind: 'text', label: words('当日时间', 'Hours of the day'), maximum: 100, help: words('与通常时间不同时填写，如 08:30-12:00, 13:00-16:00；填“-”恢复通常时间。', 'Where they differ from the usual ones, such as 08:30-12:00, 13:00-16:00; - for the usual ones again.') },
    { name: 'name', kind: 'text', label: words('名称', 'Name'), maximum: 40 },
    { name: 'statutory', kind: 'choice', label: words('法定节日当天', 'Statutory day proper'), choices: yesNo },
    { name: 'source', kind: 'text', label: words('依据', 'Source'), maximum: 200 },
  ],
  decide: (request) => {
    const date = dateFor(request);
    const refused = keepers(request);
    if (refused !== null) return refused;
    if (isRefusal(date)) return date;
    const { draft, input, calendar } = request;
    const before = draft.find(holidays, date);
    if (before === undefined && !input.has('kind') && !input.has('hours')) return refuse('CAL-2', '请选择类型，或填写当日时间。', 'Choose a kind or give the hours of the day.');
    const kind = chosen(input, 'kind', dayKind) ?? before?.kind ?? (isWorkingDay(calendar, date) ? 'WORKDAY' : 'ADJUSTED_WORKDAY');
    const hours = input.optionalText('hours') ?? before?.hours ?? null;
    const row: Holiday = {
      date, kind, name: input.optionalText('name') ?? before?.name ?? dayKind[kind].zh,
      isStatutory: input.has('statutory') ? input.text('statutory') === 'Y' : before?.isStatutory ?? false,
      source: input.optionalText('source') ?? before?.source ?? actorName(request.actor), hours: hours === '-' ? null : hours,
    };
    const unusable = readHours(row);
    if (isRefusal(unusable)) return unusable;
    put(request, row);
    return settle(request, [date], words(`${date}：${dayKind[kind].zh} ${row.hours ?? ''}。`, `${date}: ${dayKind[kind].en.toLowerCase()} ${row.hours ?? ''}.`));
  },
});

export const removeDay: CommandDefinition = command({
  name: 'calendar.removeDay',
  label: words('删除某一天的设置', 'Remove a day from the list'),
  rules: ['4.1'],
  reads,
  fields: [{ ...dateField, required: true }],
  decide: (request) => {
    const date = request.input.date('date');
    const refused = keepers(request) ?? (request.draft.find(holidays, date) === undefined ? refuse('CAL-2', `节假日表中没有 ${date}。`, `${date} is not in the list.`) : null);
    if (refused !== null) return refused;
    request.draft.remove(holidays, date);
    return settle(request, [date], words(`${date} 恢复为通常的一天。`, `${date} is a usual day again.`));
  },
});

/** The State Council's list of a year (AMB-39). Days that the company set itself stay where the list says nothing. */
export const loadYear: CommandDefinition = command({
  name: 'calendar.loadYear',
  label: words('载入年度节假日', 'Load the holidays of a year'),
  rules: ['4.1', 'AMB-39'],
  reads,
  fields: [
    { name: 'list', kind: 'long', label: words('名单', 'List'), required: true, maximum: 5000, help: words('每行一个节日：名称、放假起止、“法定”日期、“上班”日期。如：元旦 2026-01-01~2026-01-03 法定 2026-01-01 上班 2026-01-04', 'One festival a line: name, days off, statutory days after 法定, days worked in exchange after 上班. Such as: 元旦 2026-01-01~2026-01-03 法定 2026-01-01 上班 2026-01-04') },
    { name: 'source', kind: 'text', label: words('依据', 'Source'), required: true, maximum: 200, help: words('通知的名称和日期', 'Title and date of the notice') },
  ],
  decide: (request) => {
    const refused = keepers(request);
    if (refused !== null) return refused;
    const list = readYearList(request.input.text('list'), request.input.text('source'));
    if (isRefusal(list)) return list;
    for (const row of list) put(request, row);
    const year = (list[0]?.date ?? '').slice(0, 4);
    const off = list.filter(({ kind }) => kind === 'HOLIDAY').length;
    const [statutory, worked] = [list.filter((row) => row.isStatutory).length, workingDays(request, year)];
    return settle(request, list.map(({ date }) => localDate(date)), words(
      `${year} 年：放假 ${off} 天，法定 ${statutory} 天，调休上班 ${list.length - off} 天，全年工作日 ${worked} 天。`,
      `${year}: ${off} days off, ${statutory} statutory, ${list.length - off} worked in exchange, ${worked} working days in all.`,
    ));
  },
});

/** For comparison with the notice. */
const workingDays = ({ draft, settings, now }: Request, year: string): number => {
  const calendar = buildCalendar(draft.all(holidays), settings, now);
  if (isRefusal(calendar)) return 0;
  let days = 0;
  for (let date = localDate(`${year}-01-01`); date.startsWith(year); date = plusDays(date, 1)) days += isWorkingDay(calendar, date) ? 1 : 0;
  return days;
};
