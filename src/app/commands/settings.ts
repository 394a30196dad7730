import { approvals, defaultSettings, holidays, settingChanges, settings as settingsTable, type Setting, type SettingChange } from '../../../sheets-templates';
import { buildCalendar } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import { readSettings, refuseSetting, settingKey } from '../../settings';
import { firstRefusal, isRefusal, later, refuse, showInstant, words, type Instant, type Refusal } from '../../terms';
import { actorName, hasRole } from '../actor';
import { requestApproval, type ApprovalOutcome } from '../approvals/request-approval';
import { command, type CommandDefinition, type Reply } from '../command';
import type { Message, Request } from '../request';

const asked = ({ changeId, key, oldValue, newValue, effectiveFrom, reason, policyRecord }: SettingChange): Omit<Message, 'actions'> => ({
  subject: words(`待批：参数 ${key} 改为 ${newValue}`, `To decide: setting ${key} becomes ${newValue}`),
  body: [words('新值自生效时间起使用，不追溯；之前已开始的计算不变。', 'The new value holds from its date on, never before; what was counted by then stays.')],
  facts: [
    { label: words('编号', 'No.'), value: changeId }, { label: words('原值', 'Value before'), value: oldValue }, { label: words('新值', 'New value'), value: newValue },
    { label: words('拟生效', 'Wanted from'), value: showInstant(effectiveFrom) }, { label: words('理由', 'Reason'), value: reason },
    ...(policyRecord === null ? [] : [{ label: words('文件变更记录', 'Policy change record'), value: policyRecord }]),
  ],
});

const contentOf = ({ changeId, key, newValue, effectiveFrom, reason, policyRecord }: SettingChange): unknown => [changeId, key, newValue, effectiveFrom, reason, policyRecord];

const rowOf = ({ changeId, key, newValue }: SettingChange, effectiveFrom: Instant): Setting => {
  const { unit, origin } = defaultSettings[settingKey(key) ?? 'cal.open'];
  return { settingId: changeId, key, value: newValue, unit, origin, effectiveFrom };
};

/** Opening hours without any working time would leave every deadline without an end. */
const calendarStands = (draft: Draft, row: Setting): Refusal | null => {
  const calendar = buildCalendar(draft.all(holidays), readSettings([...draft.all(settingsTable), row]), row.effectiveFrom);
  return isRefusal(calendar) ? calendar : null;
};

/** the administrator prepares; who decides hangs on where the number comes from. */
const changeSetting: CommandDefinition = command({
  name: 'setting.change', label: words('变更参数', 'Change a setting'), rules: ['A-31', 'R-065', 'R-067'], reads: [settingChanges, approvals],
  fields: [
    { name: 'key', kind: 'choice', label: words('参数', 'Setting'), choices: Object.fromEntries(Object.keys(defaultSettings).map((key) => [key, { zh: key, en: key }])), required: true },
    { name: 'value', kind: 'text', label: words('新值', 'New value'), required: true, maximum: 500 },
    { name: 'effectiveFrom', kind: 'instant', label: words('生效时间', 'From'), help: words('留空为批准之时；不能早于现在。', 'Empty means from its approval; never before now.') },
    { name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 4, maximum: 300 },
    { name: 'policyRecord', kind: 'text', label: words('文件变更记录', 'Policy change record'), maximum: 200, help: words('来源为“制度原文”的参数必填：变更记录编号。', 'Needed for settings whose origin is the regulation: the number of the change record.') },
  ],
  decide: (request) => {
    const { draft, input, now, actor, settings } = request;
    const key = settingKey(input.text('key'));
    if (key === null) return refuse('SET-1', '没有这个参数。', 'There is no such setting.');
    const { origin } = defaultSettings[key];
    const value = input.text('value').trim();
    const effectiveFrom = input.optionalInstant('effectiveFrom') ?? now;
    const policyRecord = input.optionalText('policyRecord');
    const before = settings.text(key, effectiveFrom);
    const change: SettingChange = { changeId: '', status: 'PENDING', key, oldValue: before, newValue: value, effectiveFrom, reason: input.text('reason'), policyRecord, requestedBy: actorName(actor), requestedAt: now, decidedAt: null };
    const refused = firstRefusal([
      hasRole(actor, 'ADM') ? null : refuse('ROLE', '参数变更由系统管理员编制。', 'The administrator prepares changes of settings.'),
      refuseSetting(key, value),
      before === value ? refuse('A-31', `${key} 那时已是 ${value}。`, `${key} is ${value} then already.`) : null,
      effectiveFrom < now ? refuse('A-31', '新值不能追溯生效。', 'A new value is never retroactive.') : null,
      origin === 'SOURCE' && policyRecord === null ? refuse('A-31', '此参数由制度规定，须填写文件变更记录（由文控编号）。', 'A regulation sets this number: give the policy change record (document control numbers it).') : null,
      draft.where(settingChanges, (row) => row.key === key && row.status === 'PENDING').length > 0 ? refuse('A-31', `${key} 已有一项变更在批。`, `A change of ${key} waits for its decision already.`) : null,
    ]) ?? calendarStands(draft, rowOf(change, effectiveFrom));
    if (refused !== null) return refused;
    const { changeId } = draft.insert(settingChanges, { ...change, changeId: draft.nextNumber('SZ', '', 4) });
    const row = draft.get(settingChanges, changeId);
    return requestApproval(request, { matrix: origin === 'SOURCE' ? 'A-31-SOURCE' : 'A-31', docType: 'SETTING', docId: changeId, content: contentOf(row), requestedBy: row.requestedBy, beneficiaries: [], severity: undefined, noticeCode: 'N-24', message: asked(row) })
      ?? { objectId: changeId, message: words(`${changeId} 已送批。`, `${changeId} was sent for approval.`) };
  },
});

const told = (request: Request, row: SettingChange, code: string, subject: Message['subject'], comment: string): Reply => {
  request.notify({ code, to: [{ staffId: row.requestedBy }], objectId: row.changeId, cycle: row.status, priority: 'P2', message: { ...asked(row), subject, body: comment === '' ? [] : [words(comment, comment)] } });
  return { objectId: row.changeId, message: subject };
};

export const settingOutcome: ApprovalOutcome = {
  docType: 'SETTING', reads: [settingChanges, settingsTable],
  content: (draft, docId) => contentOf(draft.get(settingChanges, docId)),
  message: (draft, docId) => asked(draft.get(settingChanges, docId)),
  approved: (request, docId) => {
    const { draft, now } = request;
    const row = draft.update(settingChanges, docId, { status: 'APPROVED', decidedAt: now });
    const setting = rowOf(row, later(now, row.effectiveFrom));
    const refused = calendarStands(draft, setting);
    if (refused !== null) return refused;
    draft.insert(settingsTable, setting);
    return told(request, row, 'N-24', words(`参数 ${row.key} 自 ${showInstant(setting.effectiveFrom)} 起为 ${row.newValue}`, `Setting ${row.key} is ${row.newValue} from ${showInstant(setting.effectiveFrom)}`), '');
  },
  rejected: (request, docId, comment) =>
    told(request, request.draft.update(settingChanges, docId, { status: 'REJECTED', decidedAt: request.now }), 'N-15', words(`参数变更 ${docId} 未获同意`, `Change of a setting ${docId} not agreed to`), comment),
};

export const settingsCommands: readonly CommandDefinition[] = [changeSetting];
