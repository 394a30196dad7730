import { dangerFirst, privacyNotice, truthAndCooperation } from '../../text/ui/intake-texts';
import { words, type Words } from '../../terms';
import type { CommandDefinition } from '../command';
import type { Field } from '../field';
import { bilingual, formItems, type FormLanguage } from './form-items';
import type { ItemSpec } from './item-spec';

/** A Google Form of the deployment. Its questions are the fields of its command. */
export interface FormDefinition {
  readonly key: FormKey;
  readonly command: string;
  /** `public`: anybody, no link code. `staff`: opened by a personal, signed link that names person and object. */
  readonly audience: 'public' | 'staff';
  readonly title: Words;
  readonly description: readonly Words[];
  /** Shown after sending. */
  readonly confirmation: Words;
  /** What a form asks in other words than the desk does. */
  readonly wording?: Readonly<Record<string, Partial<Pick<Field, 'label' | 'help'>>>>;
}

/** What the label of a unit fills in on the customers' form (10.2). */
export const labelFields = ['modelText', 'serialText', 'projectName', 'siteCity'] as const;

export const formKeys = ['intake', 'arrival', 'daily', 'preLeave', 'parts', 'trip', 'expense', 'monthly'] as const;
export type FormKey = (typeof formKeys)[number];

const oneOrder = words('本表属于一张派工单，请只从您自己的链接打开，不要转发。', 'This form belongs to one dispatch order. Open it only by your own link and do not pass it on.');
const ownLink = words('请只从您自己的链接打开，不要转发。', 'Open this only by your own link and do not pass it on.');
const checked = words('如有内容不能接受，您会收到邮件说明原因，可以更正后重新提交。', 'If something cannot be accepted, a mail will tell you why, and you can send the form again.');

const received = (zh: string, en: string): Words => words(`${zh}${checked.zh}`, `${en} ${checked.en}`);

/** The forms of the regulation (10.1, R-271, R-274, R-280, R-218, R-211, R-285, R-283). Title first in Chinese. */
export const formsCatalogue: readonly FormDefinition[] = [
  {
    key: 'intake', command: 'ticket.register', audience: 'public',
    title: words('售后服务申请', 'Request for service'),
    description: [dangerFirst, words('带 * 的为必填。型号或编号不清楚时可填“不清楚”，没有项目名称可填“无”。', 'Items marked * are required. If you do not know the model or number write "unknown"; without a project write "none".'), truthAndCooperation, privacyNotice],
    confirmation: words(
      '已收到您的申请。我们会尽快与您联系；如填写了邮箱，您还会收到带工单号和查询链接的回执。情况变得更紧急时请直接拨打服务热线。',
      'We have your request and will contact you soon. If you gave a mail address you will also get a receipt with the number and a status link. If it becomes more urgent, please phone our hotline.',
    ),
    wording: {
      truth: { help: truthAndCooperation },
      privacy: { help: privacyNotice },
    },
  },
  {
    key: 'arrival', command: 'field.arrive', audience: 'staff', title: words('到达报告', 'Arrival report'), description: [oneOrder, words('到达后 1 小时内联系主管并提交。', 'Contact the supervisor and send this within one hour of arriving.')],
    confirmation: received('到达报告已提交。', 'Your arrival report was sent.'),
  },
  {
    key: 'daily', command: 'field.daily', audience: 'staff', title: words('每日报告', 'Daily report'), description: [oneOrder, words('在现场的每一天至少一份：情况、进度、效果、疑难问题。', 'At least one for each day on site: situation, progress, effect, problems.')],
    confirmation: received('今日报告已提交。', 'Your daily report was sent.'),
  },
  {
    key: 'preLeave', command: 'field.preLeave', audience: 'staff', title: words('离场前报告', 'Report before leaving'), description: [oneOrder, words('离开现场之前提交，写明计划返回日期，以便安排附近的任务。', 'Send this before you leave, with the day you plan to be back, so that a job nearby can be given to you.')],
    confirmation: received('离场前报告已提交，请等主管回复后离开。', 'Your report was sent. Please wait for the supervisor before you leave.'),
  },
  {
    key: 'parts', command: 'parts.submit', audience: 'staff', title: words('售后维护申请（配件）', 'Request for parts'), description: [oneOrder, words('一张表最多三种物品；更多时请再填一张。', 'Up to three items on one form; send another for more.')],
    confirmation: received('配件申请已提交内勤。', 'Your request went to the clerk.'),
  },
  {
    key: 'trip', command: 'field.tripReport', audience: 'staff', title: words('出差工作报告', 'Trip report'), description: [oneOrder, words('返回后 2 个工作日内提交。每台设备写明原因和处理结果。', 'Send this within two working days of your return, with cause and result for each unit.')],
    confirmation: received('出差报告已提交，内勤审核后归档。', 'Your trip report was sent; the clerk checks and files it.'),
  },
  {
    key: 'expense', command: 'expense.addLine', audience: 'staff', title: words('费用填报（一张票一次）', 'Expense (one document at a time)'), description: [oneOrder, words('补助由系统按派工单自动计算，不用填写。票据原件请交内勤。', 'Allowances are counted from your orders; do not enter them. Hand the papers to the clerk.')],
    confirmation: received('已登记，核定金额和原因可在个人工作台查看。', 'Recorded. Your desk shows what will be paid and why.'),
  },
  {
    key: 'monthly', command: 'monthly.submit', audience: 'staff', title: words('售后月度工作报告', 'Monthly work report'), description: [ownLink, words('每月前 3 个工作日内提交上月报告；月报批准后才能报销。', 'Send the report of last month within the first three working days; expenses are paid only after it is approved.')],
    confirmation: received('月度工作报告已提交主管审核。', 'Your monthly report went to the supervisor.'),
  },
];

export const formDefinition = (key: FormKey): FormDefinition => {
  const found = formsCatalogue.find((form) => form.key === key);
  if (found === undefined) throw new Error(`No form ${key}`);
  return found;
};

/** What people call a form; a key that no form has stands for itself. */
export const formTitle = (key: string): Words => formsCatalogue.find((form) => form.key === key)?.title ?? words(key, key);

export const isFormKey = (text: string): text is FormKey => formKeys.some((key) => key === text);

export interface BuiltForm {
  readonly key: FormKey;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly items: readonly ItemSpec[];
}

const reworded = (form: FormDefinition, field: Field): Field => ({ ...field, ...form.wording?.[field.name] });

/** A form as it is to stand on Google: texts in the team's choice of language, items from the command's fields. */
export const builtForm = (form: FormDefinition, command: CommandDefinition, language: FormLanguage): BuiltForm => ({
  key: form.key,
  title: bilingual(form.title, language, ' '),
  description: form.description.map((text) => bilingual(text, language, '\n')).join('\n\n'),
  confirmation: bilingual(form.confirmation, language, '\n'),
  items: formItems(command.fields.map((field) => reworded(form, field)), { language, linkCode: form.audience === 'staff' }),
});
