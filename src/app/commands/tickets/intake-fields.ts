import { channel, serviceType, sourceParty } from '../../../../sheets-templates';
import { words, type LocalDate } from '../../../terms';
import type { ImpactAnswers } from '../../../tickets';
import type { Field, Input } from '../../field';

const answers = { YES: words('是', 'Yes'), NO: words('否', 'No'), UNSURE: words('不确定', 'Not sure') };

/** Questions of 4.2 in plain words. */
const impactFields = (required: boolean): readonly Field[] => [
  { name: 'impactDanger', kind: 'choice', label: words('是否有人受伤或处于危险，或设备发生烧毁、爆炸、事故？', 'Is anyone hurt or in danger, or has equipment burned, exploded or failed in an accident?'), choices: answers, required },
  { name: 'impactWide', kind: 'choice', label: words('是否大范围停电或停产？', 'Has power or production stopped over a wide area?'), choices: answers, required },
  { name: 'impactLocal', kind: 'choice', label: words('是否局部停电或停产？', 'Has power or production stopped locally?'), choices: answers, required },
  { name: 'impactRunnable', kind: 'choice', label: words('若局部停电停产：能否用其他方式运行（如手动）？', 'If it stopped locally: can it be run in another way, for example by hand?'), choices: answers },
  { name: 'impactCommissioning', kind: 'choice', label: words('投运日期是否紧迫，需要立即派人？', 'Is a commissioning date so close that someone must come now?'), choices: answers, required },
  { name: 'commissioningDate', kind: 'date', label: words('计划投运日期', 'Planned commissioning date'), help: words('如有，请填写。', 'If there is one.') },
];

const mostFields = (impactRequired: boolean): readonly Field[] => [
  { name: 'customerName', kind: 'text', label: words('客户名称', 'Customer name'), help: words('单位名称；个人客户填写姓名。', 'Company name; private customers give their own.'), required: true, minimum: 2, maximum: 100 },
  { name: 'contactName', kind: 'text', label: words('联系人', 'Contact person'), required: true, minimum: 2, maximum: 50 },
  { name: 'phone', kind: 'text', label: words('联系电话', 'Phone'), help: words('手机，或带区号的固定电话。', 'Mobile, or land line with area code.'), required: true, minimum: 5, maximum: 30 },
  { name: 'email', kind: 'text', label: words('邮箱', 'Email'), help: words('填写后可收到回执和进展邮件。', 'For a receipt and news by mail.'), maximum: 100 },
  { name: 'siteCity', kind: 'text', label: words('设备所在城市', 'City of the equipment'), required: true, minimum: 2, maximum: 50 },
  { name: 'siteAddress', kind: 'text', label: words('设备地址', 'Address of the equipment'), required: true, minimum: 2, maximum: 200 },
  { name: 'projectName', kind: 'text', label: words('项目名称', 'Project name'), help: words('没有请填“无”。', 'Write "none" if there is none.'), required: true, maximum: 100 },
  { name: 'modelText', kind: 'text', label: words('型号规格', 'Model and specification'), help: words('不知道请填“不清楚”。', 'Write "unknown" if you do not know.'), required: true, maximum: 100 },
  { name: 'serialText', kind: 'text', label: words('产品编号', 'Serial number'), help: words('见铭牌；不知道请填“不清楚”。', 'On the name plate; "unknown" if you do not know.'), required: true, maximum: 100 },
  { name: 'serviceType', kind: 'choice', label: words('服务类型', 'What kind of help'), choices: serviceType, required: true },
  { name: 'faultDesc', kind: 'long', label: words('故障现象、事故原因、使用情况', 'Fault, cause, when and how it was used'), required: true, minimum: 5, maximum: 2000 },
  ...impactFields(impactRequired),
  { name: 'timeWanted', kind: 'instant', label: words('期望时间', 'Wanted time') },
  { name: 'truth', kind: 'flag', label: words('以上信息真实，并将为现场服务提供停电许可、安全工作场地和联系人', 'The information is true; the site will provide power-off permits, a safe work place and a contact person'), required: true },
  { name: 'privacy', kind: 'flag', label: words('已知悉并同意：信息仅用于本次售后服务', 'I know and agree that my data is used for this service only'), required: true },
];

/** What a customer fills in (10.1). Forms have no hidden questions: the trap is one that a person leaves empty as told. */
export const registerFields: readonly Field[] = [
  ...mostFields(true),
  { name: 'trap', kind: 'text', label: words('此项请留空', 'Please leave this empty'), help: words('用于识别自动填表程序。', 'It tells us of programs that fill in forms.') },
];

const { PLAN: _planned, ...channels } = channel;
const { PLAN: _byPlan, ...parties } = sourceParty;

/** What the ledgers can answer for a known phone number or unit; asked only where they cannot. */
export const knownFields = ['customerName', 'contactName', 'siteCity', 'siteAddress', 'projectName', 'modelText', 'serialText'] as const;

const ifKnown = words('已登记的客户可留空。', 'May stay empty for a known customer.');
const first = ['phone', 'faultDesc'];
const onThePhone: readonly Field[] = mostFields(false).flatMap((field): readonly Field[] => {
  const { required: _required, ...open } = field;
  if (field.name === 'privacy') return [];
  if (field.name === 'truth') return [{ ...field, label: words('已向对方说明：信息须真实、现场须配合；信息仅用于本次服务', 'Told: the information must be true, the site helps, the data is used for this service only') }];
  // A letter may be longer than what a form takes.
  if (field.name === 'faultDesc') return [{ ...field, help: words('通话要点；来函、聊天请粘贴原文。', 'What was said; paste the text of a mail or chat.'), maximum: 5000 }];
  if (field.name === 'serviceType') return [{ ...field, initial: 'REPAIR' }];
  return [knownFields.some((name) => name === field.name) ? { ...open, help: ifKnown } : field];
});

/** What staff take down: first what a caller says first; what came by mail or chat is pasted. In the end the same fields as the customer's form. */
export const takeFields: readonly Field[] = [
  ...onThePhone.filter(({ name }) => first.includes(name)).sort((one, other) => first.indexOf(one.name) - first.indexOf(other.name)),
  ...onThePhone.filter(({ name }) => !first.includes(name)),
  { name: 'channel', kind: 'choice', label: words('渠道', 'Channel'), choices: channels, required: true, initial: 'PHONE' },
  { name: 'sourceParty', kind: 'choice', label: words('信息来源', 'Source'), choices: parties, required: true, initial: 'CUSTOMER' },
  { name: 'receivedAt', kind: 'instant', label: words('接收时间', 'Received at'), help: words('公司任一渠道最先收到信息的时间，留空为现在。', 'When the message first reached the company; empty means now.') },
  { name: 'forwarder', kind: 'text', label: words('转来人', 'Forwarded by'), help: words('由同事转来时填写姓名或编号；本人转来可留空。', 'The colleague\'s name or number; may stay empty when it is you.'), maximum: 50 },
  { name: 'repeatOf', kind: 'text', label: words('原工单号', 'Repeats ticket'), help: words('客户说是同一故障时填写。', 'When the customer says it is the same fault.'), maximum: 40 },
];

const yesNo = (input: Input, name: string): boolean | null => {
  const answer = input.text(name);
  return answer === 'YES' ? true : answer === 'NO' ? false : null;
};

const localOutage = (input: Input): ImpactAnswers['localOutage'] => {
  const stopped = yesNo(input, 'impactLocal');
  if (stopped !== true) return stopped === false ? 'NO' : null;
  const runnable = yesNo(input, 'impactRunnable');
  return runnable === null ? null : runnable ? 'CAN_RUN' : 'CANNOT_RUN';
};

const commissioning = (input: Input): boolean | LocalDate | null => {
  const answer = yesNo(input, 'impactCommissioning');
  const date = input.optionalDate('commissioningDate');
  return answer === true && date !== null ? date : answer;
};

/** The four answers; "not sure" counts as not answered (AMB-02). */
export const impactAnswers = (input: Input): ImpactAnswers => ({
  danger: yesNo(input, 'impactDanger'),
  wideOutage: yesNo(input, 'impactWide'),
  localOutage: localOutage(input),
  commissioning: commissioning(input),
});
