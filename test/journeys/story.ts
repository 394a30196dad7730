import { type Company, done } from './company';

/**
 * The main job, one action a step: a ticket goes from the customer's phone to acceptance and closing. Each step is
 * what one person does once, so that it can also be counted, priced and interrupted.
 */

export interface Step {
  readonly name: string;
  /** When it happens; the clock goes there first. */
  readonly at: string;
  /** The command that the step gives, as the journal names it. */
  readonly command: string;
  /** Forms are taken in by a trigger: when that is interrupted, the sweep makes up for it and nobody sends twice. */
  readonly form?: true;
  readonly act: (company: Company) => Promise<void>;
}

export const ticket = 'TK-20260303-001';
export const order = 'PG-20260303-01';
export const customerMail = 'wang@customer.example';

export const impact = (answers: Readonly<Partial<Record<'hurt' | 'wide' | 'local' | 'otherWay' | 'soon', string>>>): Readonly<Record<string, string>> => ({
  是否有人受伤: answers.hurt ?? '否',
  是否大范围: answers.wide ?? '否',
  是否局部: answers.local ?? '否',
  ...(answers.otherWay === undefined ? {} : { 若局部停电停产: answers.otherWay }),
  投运日期是否紧迫: answers.soon ?? '否',
});

export const request = (answers: Readonly<Record<string, string | readonly string[]>> = {}): Readonly<Record<string, string | readonly string[]>> => ({
  客户名称: '上海东岸精密机械有限公司', 联系人: '王工', 联系电话: '13900002001', 邮箱: customerMail, 设备所在城市: '苏州', 设备地址: '苏州工业园区星湖街 1 号',
  项目名称: '二期厂房', 型号规格: 'MNS-0.4', 产品编号: 'MNS25050011', 服务类型: '维修', 故障现象: '=SUM(A1) 进线柜跳闸，二期厂房停电', 以上信息真实: ['我已阅读并同意'], 已知悉并同意: ['我已阅读并同意'],
  ...impact({ local: '是', otherWay: '是' }),
  ...answers,
});

const email = (company: Company, role: string): string => company.person(role).email;
const sidebar = (role: string, command: string, objectId: string, input = {}) => async (company: Company): Promise<void> => {
  done(await company.inSidebar(email(company, role), command, objectId, input));
};
const desk = (role: string, command: string, objectId: string, input = {}) => async (company: Company): Promise<void> => {
  done(await company.onDesk(email(company, role), command, objectId, input));
};
const form = (key: string, label: string, answers: Readonly<Record<string, string | readonly string[]>>, objectId: string) => async (company: Company): Promise<void> =>
  company.sendForm(key, answers, await company.formLink(email(company, 'ENG'), objectId, label));
const pending = async (company: Company, docId: string): Promise<string> => String((await company.rows('approvals')).find((row) => row['doc_id'] === docId && (row['status'] === '待批' || row['status'] === 'Pending'))?.['approval_id'] ?? '');
const only = async (company: Company, table: 'partsRequests' | 'repairOrders' | 'tripReports' | 'surveys', key: string): Promise<string> => String((await company.rows(table))[0]?.[key] ?? '');

/** The story on other days than the usual ones: the date of its first day. Later days follow. */
export const storyOn = (first: string): readonly Step[] => {
  const day = (offset: number): string => new Date(Date.parse(`${first}T00:00:00Z`) + offset * 86400000).toISOString().slice(0, 10);
  const ticket = `TK-${day(0).replace(/-/g, '')}-001`;
  const order = `PG-${day(0).replace(/-/g, '')}-01`;
  return [
  { name: 'the customer sends the request form', at: `${day(0)} 09:10`, command: 'ticket.register', form: true, act: (company) => company.sendForm('intake', request()) },
  { name: 'the supervisor logs the contact', at: `${day(0)} 09:20`, command: 'ticket.logContact', act: sidebar('SUP', 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '进线柜跳闸，可手动合闸' }) },
  {
    name: 'the supervisor types the class into the cell', at: `${day(0)} 09:22`, command: 'ticket.classify',
    act: async (company) => {
      const refused = await company.type('tickets', ticket, 'severity', company.language === 'en' ? 'Class B · urgent' : '紧急', email(company, 'SUP'));
      if (refused !== null) throw new Error(refused);
    },
  },
  { name: 'the supervisor reports to the manager', at: `${day(0)} 09:25`, command: 'ticket.reportToManagers', act: sidebar('SUP', 'ticket.reportToManagers', ticket, { toStaff: [], channel: 'PHONE', summary: '紧急：苏州二期厂房进线柜跳闸' }) },
  { name: 'the supervisor plans the service', at: `${day(0)} 09:26`, command: 'ticket.plan', act: sidebar('SUP', 'ticket.plan', ticket, { servicePlan: '更换断路器脱扣单元', serviceMode: 'ON_SITE' }) },
  {
    name: 'the supervisor drafts the order', at: `${day(0)} 09:28`, command: 'dispatch.draft',
    act: async (company) => sidebar('SUP', 'dispatch.draft', ticket, { leadEngineer: company.person('ENG').staffId, team: [], planDepart: `${day(0)} 11:00`, planArrive: `${day(0)} 13:00`, planReturn: day(2), travelMode: 'COACH', workContent: '更换断路器脱扣单元', skillOverrideReason: '' })(company),
  },
  { name: 'the supervisor submits the order', at: `${day(0)} 09:30`, command: 'dispatch.submit', act: sidebar('SUP', 'dispatch.submit', order) },
  {
    name: 'the manager approves from the link in the mail', at: `${day(0)} 09:36`, command: 'approval.decide',
    act: async (company) => {
      const page = await company.open(company.linkIn(company.mailTo(email(company, 'TSM'), order)));
      done(await page.act('approval.decide', await pending(company, order), { decision: 'APPROVED', comment: '' }));
    },
  },
  { name: 'the engineer accepts from his link', at: `${day(0)} 09:42`, command: 'dispatch.accept', act: desk('ENG', 'dispatch.accept', order) },
  { name: 'the engineer prepares', at: `${day(0)} 10:00`, command: 'dispatch.prepare', act: desk('ENG', 'dispatch.prepare', order, { items: ['analysis', 'tools', 'documents', 'spares', 'safetyGear'], notNeededReason: '' }) },
  { name: 'the engineer calls the customer before leaving', at: `${day(0)} 10:10`, command: 'dispatch.previsit', act: desk('ENG', 'dispatch.previsit', order, { outcome: 'REACHED', channel: 'PHONE', content: '约 13:00 到达' }) },
  { name: 'the engineer departs', at: `${day(0)} 11:00`, command: 'dispatch.depart', act: desk('ENG', 'dispatch.depart', order) },
  { name: 'the engineer sends the arrival report', at: `${day(0)} 13:20`, command: 'field.arrive', form: true, act: form('arrival', '到达', { 到达时间: `${day(0)} 13:05`, 现场情况: '进线柜已隔离', 住处: '苏州如家酒店', 现场联系电话: '13900001007', 已知会业务员: ['是'], 已知会业主: ['是'] }, order) },
  { name: 'the engineer asks for a part', at: `${day(0)} 14:00`, command: 'parts.submit', form: true, act: form('parts', '配件', { 申请原因: '脱扣单元损坏', 收货地址: '苏州工业园区星湖街 1 号', 收货人: '王工', 收货电话: '13900002001', 需求时间: `${day(1)} 12:00`, '物品类别 / Item kind 1': '半成品', '名称 / Name 1': '脱扣单元', '规格型号 / Specification 1': 'ETU-25', '数量 / Quantity 1': '1', '单位 / Unit 1': '只', '更换必要性 / Why replacement 1': '线圈烧毁，无法复位' }, order) },
  { name: 'the clerk checks the request', at: `${day(0)} 14:10`, command: 'parts.forward', act: async (company) => sidebar('CLK', 'parts.forward', await only(company, 'partsRequests', 'request_id'))(company) },
  { name: 'the manager approves it in the sidebar', at: `${day(0)} 14:20`, command: 'approval.decide', act: async (company) => sidebar('TSM', 'approval.decide', await pending(company, await only(company, 'partsRequests', 'request_id')), { decision: 'APPROVED', comment: '' })(company) },
  { name: 'production gives the lead time', at: `${day(0)} 14:40`, command: 'parts.leadTime', act: async (company) => desk('PRD', 'parts.leadTime', await only(company, 'partsRequests', 'request_id'), { promisedShipDate: day(0) })(company) },
  { name: 'production starts', at: `${day(0)} 14:50`, command: 'parts.start', act: async (company) => desk('PRD', 'parts.start', await only(company, 'partsRequests', 'request_id'))(company) },
  { name: 'production is done', at: `${day(0)} 15:30`, command: 'parts.done', act: async (company) => desk('PRD', 'parts.done', await only(company, 'partsRequests', 'request_id'), { packed: true })(company) },
  { name: 'operations ship', at: `${day(0)} 16:00`, command: 'parts.ship', act: async (company) => desk('OPS', 'parts.ship', await only(company, 'partsRequests', 'request_id'), { carrier: '顺丰', trackingNo: 'SF1000000001', eta: day(1), lines: [] })(company) },
  { name: 'the engineer sends the daily report', at: `${day(0)} 17:40`, command: 'field.daily', form: true, act: form('daily', '每日', { 现场情况: '等待配件', '进度': '40', 效果: '已手动恢复供电' }, order) },
  { name: 'the part arrives', at: `${day(1)} 10:00`, command: 'parts.receive', act: async (company) => desk('ENG', 'parts.receive', await only(company, 'partsRequests', 'request_id'), { condition: 'GOOD', lines: [] })(company) },
  { name: 'the engineer uses it', at: `${day(1)} 11:00`, command: 'parts.use', act: async (company) => desk('ENG', 'parts.use', await only(company, 'partsRequests', 'request_id'), { lines: [] })(company) },
  { name: 'the work is done', at: `${day(1)} 12:00`, command: 'ticket.repairDone', act: desk('ENG', 'ticket.repairDone', ticket, { resolution: '更换脱扣单元，试验三次正常', causeCode: 'COMPONENT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '每季度检查一次脱扣机构' }) },
  {
    name: 'the customer signs on the page', at: `${day(1)} 12:10`, command: 'acceptance.sign',
    act: async (company) => {
      const page = await company.open(company.linkIn(company.mailTo(customerMail, '验收')));
      done(await page.act('acceptance.sign', ticket, { result: 'ACCEPTED', note: '', signerName: '王建国', phoneLast4: '2001' }));
    },
  },
  { name: 'the engineer reports before leaving', at: `${day(1)} 13:00`, command: 'field.preLeave', form: true, act: form('preLeave', '离场', { 工作结果: '已更换脱扣单元，试验合格', 计划返回日期: day(1), 已报当地营销人员: ['是'] }, order) },
  { name: 'the engineer leaves', at: `${day(1)} 14:00`, command: 'dispatch.leave', act: desk('ENG', 'dispatch.leave', order) },
  { name: 'the engineer is back', at: `${day(1)} 17:00`, command: 'dispatch.return', act: desk('ENG', 'dispatch.return', order) },
  { name: 'the engineer sends the trip report', at: `${day(2)} 09:00`, command: 'field.tripReport', form: true, act: form('trip', '出差', { 工作内容: '更换脱扣单元并试验', 设备故障类: ['是'], '原因代码 / Cause code': '元器件失效', 原因分析: '脱扣单元线圈老化烧毁，导致误跳闸', 处理结果: '已解决', 结果说明: '恢复正常', '产品型号 / Model 1': 'MNS-0.4', '产品编号 / Serial 1': 'MNS25050011', '原因代码 / Cause code 1': '元器件失效', '事故原因 / Cause 1': '线圈烧毁', '解决结果 / Resolution 1': '更换' }, order) },
  { name: 'the clerk takes the trip report', at: `${day(2)} 10:00`, command: 'field.acceptTrip', act: async (company) => sidebar('CLK', 'field.acceptTrip', await only(company, 'tripReports', 'trip_id'))(company) },
  { name: 'the engineer sends the old part back', at: `${day(2)} 11:00`, command: 'repair.sendBack', act: async (company) => desk('ENG', 'repair.sendBack', await only(company, 'repairOrders', 'repair_id'), { carrier: '顺丰', trackingNo: 'SF1000000002' })(company) },
  { name: 'the clerk closes the ticket', at: `${day(2)} 14:00`, command: 'ticket.close', act: sidebar('CLK', 'ticket.close', ticket) },
  ];
};

export const story: readonly Step[] = storyOn('2026-03-03');

export const rating = { qResponse: '5', qQuality: '5', qSkill: '5', qAttitude: '5', qOverall: '5', solved: 'YES' };

/** The customer rates the service on the page of the mail's link, after the story. */
export const rateService = async (company: Company): Promise<void> => {
  const page = await company.open(company.linkIn(company.mailTo(customerMail, '请评价本次服务')));
  done(await page.act('survey.answer', await only(company, 'surveys', 'survey_id'), rating));
};

/** Lives through the story up to a step, which is left for the caller. */
export const liveUntil = async (company: Company, step: Step): Promise<void> => {
  for (const each of story) {
    await company.at(each.at);
    if (each === step) return;
    await each.act(company);
  }
};
