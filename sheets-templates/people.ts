import { words } from '../src/terms';
import {
  employmentKind,
  monthlyReportStatus,
  staffGroup,
} from './choices';
import { choice, date, flag, id, instant, integer, json, list, long, money, optional, text, table, type Row } from './table';

/** 人员. Every person who acts in the system. Source. */
export const staff = table({
  name: 'Staff',
  book: 'people',
  label: words('人员', 'Staff'),
  key: 'staffId',
  columns: {
    staffId: id(words('人员编号', 'Staff no.')),
    name: text(words('姓名', 'Name')),
    accountEmail: text(words('登录账号', 'Account')),
    phone: text(words('电话', 'Phone')),
    orgUnit: text(words('部门', 'Unit')),
    group: optional(choice(words('小组', 'Group'), staffGroup)),
    employmentKind: choice(words('人员类别', 'Kind'), employmentKind),
    baseCity: text(words('常驻城市', 'Base city')),
    managerId: text(words('直接上级', 'Manager')),
    active: flag(words('在职', 'Active')),
    joined: optional(date(words('入职日期', 'Joined'))),
    left: optional(date(words('离职日期', 'Left'))),
    notifyChannels: list(words('通知方式', 'Notify channels')),
    roles: list(words('角色', 'Roles')),
    language: text(words('语言', 'Language')),
    linkVersion: integer(words('链接版本', 'Link version'), { note: words('加一即作废此人旧的个人链接', 'Raise by one to revoke the person\'s old links') }),
  },
});

/** 审批委托 (6.3): who decides beside whom, which documents, from when to when. */
export const delegations = table({
  name: 'Delegations',
  book: 'people',
  label: words('审批委托', 'Delegations'),
  key: 'delegationId',
  columns: {
    delegationId: id(words('编号', 'No.')),
    fromStaff: text(words('委托人', 'From'), { people: true }),
    toStaff: text(words('受托人', 'To'), { people: true }),
    docTypes: list(words('单据类型', 'Document types')),
    startAt: instant(words('开始', 'Start')),
    endAt: instant(words('结束', 'End')),
    reason: text(words('原因', 'Reason')),
    revokedAt: optional(instant(words('撤销', 'Revoked'))),
  },
});

/** 售后月度工作报告. Source: …285. */
export const monthlyReports = table({
  name: 'MonthlyReports',
  book: 'service',
  label: words('售后月度工作报告', 'Monthly work reports'),
  key: 'reportId',
  columns: {
    reportId: id(words('报告号', 'No.')),
    status: choice(words('状态', 'Status'), monthlyReportStatus),
    staffId: text(words('填报人', 'Engineer'), { people: true }),
    month: text(words('月份', 'Month')),
    submittedAt: optional(instant(words('提交', 'Submitted'))),
    reviewedBy: optional(text(words('审核人', 'Reviewed by'), { people: true })),
    orders: json<unknown>(words('本月派工', 'Orders of the month')),
    daysOut: integer(words('出差天数', 'Days out')),
    daysOnSite: integer(words('现场天数', 'Days on site')),
    workSummary: long(words('工作总结', 'Work summary')),
    problems: optional(long(words('存在问题', 'Problems'))),
    suggestions: optional(long(words('改进建议', 'Suggestions'))),
    nextPlan: long(words('下月计划', 'Next month plan')),
    openItems: optional(json<unknown>(words('未完事项', 'Open items'))),
    expenseExpected: optional(money(words('预计报销', 'Expected expenses'))),
    reviewedAt: optional(instant(words('审核', 'Reviewed at'))),
    returnReason: optional(text(words('退回原因', 'Return reason'))),
    late: flag(words('迟交', 'Late')),
  },
});

export type StaffMember = Row<typeof staff>;
export type MonthlyReport = Row<typeof monthlyReports>;
export type Delegation = Row<typeof delegations>;
