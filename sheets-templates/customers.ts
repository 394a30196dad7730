import { words } from '../src/terms';
import {
  channel,
  chargePolicy,
  contactRole,
  customerType,
  equipStatus,
  piiStatus,
  productLine,
  warrantyBasis,
  warrantySource,
} from './choices';
import { choice, date, decimal, flag, id, instant, integer, list, long, money, optional, text, table, type Row } from './table';

/** 客户档案. One row per customer organisation or private person. Source: …212. */
export const customers = table({
  name: 'Customers',
  book: 'customers',
  label: words('客户档案', 'Customers'),
  key: 'customerId',
  columns: {
    customerId: id(words('客户编号', 'Customer no.')),
    name: text(words('客户名称', 'Customer name')),
    customerType: choice(words('客户类型', 'Type'), customerType),
    address: text(words('地址', 'Address')),
    city: text(words('城市', 'City')),
    phone: text(words('电话', 'Main phone')),
    email: optional(text(words('邮箱', 'Email'))),
    wechat: optional(text(words('微信', 'WeChat ID'))),
    salesOwner: optional(text(words('业务员', 'Salesperson'), { people: true })),
    localMarketing: optional(text(words('当地营销人员', 'Local marketing contact'), { people: true })),
    surveyOptOut: flag(words('不参加调查', 'Survey opt-out')),
    consentAt: optional(instant(words('信息收集同意时间', 'Privacy consent time'))),
    consentSource: optional(choice(words('同意来源', 'Consent source'), channel)),
    piiStatus: choice(words('个人信息状态', 'PII status'), piiStatus),
    mergedInto: optional(text(words('合并至', 'Merged into'))),
    ticketCount: optional(integer(words('工单数', 'Ticket count'))),
    lastTicketAt: optional(instant(words('最近工单时间', 'Last ticket time'))),
    avgScore: optional(decimal(words('平均满意度', 'Mean satisfaction'))),
    openAr: optional(money(words('未收款', 'Open receivable'))),
    notes: optional(long(words('备注', 'Notes'))),
    language: text(words('语言', 'Language')),
  },
});

/** 客户联系人. People at a customer: reporter, owner (业主) representative, acceptor, payer. */
export const contacts = table({
  name: 'Contacts',
  book: 'customers',
  label: words('客户联系人', 'Customer contacts'),
  key: 'contactId',
  columns: {
    contactId: id(words('联系人编号', 'Contact no.')),
    customerId: text(words('客户', 'Customer')),
    name: text(words('姓名', 'Name')),
    role: choice(words('角色', 'Role'), contactRole),
    phone: text(words('电话', 'Phone')),
    email: optional(text(words('邮箱', 'Email'))),
    active: flag(words('有效', 'Active')),
  },
});

/** 项目与购销合同. Holds the contractual warranty. */
export const contracts = table({
  name: 'Contracts',
  book: 'commercial',
  label: words('项目与购销合同', 'Projects and sales contracts'),
  key: 'contractId',
  columns: {
    contractId: id(words('合同编号', 'Contract no.')),
    customerId: text(words('客户', 'Customer')),
    projectName: text(words('项目名称', 'Project name')),
    contractRef: optional(text(words('合同号', 'External contract ref'))),
    signedDate: optional(date(words('签订日期', 'Signing date'))),
    chargePolicy: choice(words('收费政策', 'Charge policy'), chargePolicy),
    warrantyBasis: choice(words('质保起算依据', 'Warranty start basis'), warrantyBasis),
    warrantyStart: optional(date(words('质保开始', 'Warranty start'))),
    warrantyMonths: optional(integer(words('质保月数', 'Warranty months'))),
    warrantyEnd: optional(date(words('质保结束', 'Warranty end'))),
    designInstitute: optional(text(words('设计院', 'Design institute'))),
    rdPm: optional(text(words('研发项目经理', 'R&D project manager'))),
    file: optional(text(words('合同文件', 'File'))),
  },
});

/** 产品型号. Product line carries policy. */
export const products = table({
  name: 'Products',
  book: 'service',
  label: words('产品型号', 'Product models'),
  key: 'productId',
  columns: {
    productId: id(words('型号编号', 'Model no.')),
    productLine: choice(words('产品线', 'Product line'), productLine),
    model: text(words('型号规格', 'Model and specification')),
    name: text(words('名称', 'Name')),
    defaultWarrantyMonths: optional(integer(words('默认质保月数', 'Default warranty months'))),
    chargePolicy: choice(words('收费政策', 'Charge policy'), chargePolicy),
    requiredSkills: optional(list(words('所需技能', 'Required skills'))),
    active: flag(words('有效', 'Active')),
  },
});

/** 在装设备台账. One row per serial number. */
export const installed = table({
  name: 'Installed',
  book: 'customers',
  label: words('在装设备台账', 'Installed equipment'),
  key: 'equipId',
  columns: {
    equipId: id(words('设备编号', 'Equipment no.')),
    serialNo: text(words('产品编号', 'Serial number')),
    productId: text(words('型号', 'Model')),
    customerId: text(words('客户', 'Customer')),
    contractId: optional(text(words('项目/合同', 'Project or contract'))),
    siteAddress: optional(text(words('安装地址', 'Site address'))),
    siteCity: optional(text(words('安装城市', 'Site city'))),
    deliveredDate: optional(date(words('交付日期', 'Delivery date'))),
    commissionedDate: optional(date(words('投运日期', 'Commissioning date'))),
    invoicedDate: optional(date(words('开票日期', 'Invoice date'))),
    warrantyStart: optional(date(words('质保开始', 'Warranty start'))),
    warrantyEnd: optional(date(words('质保结束', 'Warranty end'))),
    warrantySource: choice(words('质保依据', 'Warranty source'), warrantySource),
    qrToken: text(words('二维码令牌', 'QR token')),
    replacedBy: optional(text(words('被替换为', 'Replaced by'))),
    faultCount12m: optional(integer(words('近12月故障数', 'Faults in 12 months'))),
    status: choice(words('状态', 'Status'), equipStatus),
  },
});

export type Customer = Row<typeof customers>;
export type Contact = Row<typeof contacts>;
export type Contract = Row<typeof contracts>;
export type Product = Row<typeof products>;
export type InstalledUnit = Row<typeof installed>;
