import type { Contact, Customer, DispatchOrder, PartsLine, PartsRequest, Product, RepairOrder, Role, Skill, StaffMember, Ticket } from '../../sheets-templates';
import { instant, localDate } from '../../src/terms';

/** Small makers of whole rows: a test names only what it is about. */

export const makeStaff = (staffId: string, name: string, roles: readonly Role[], overrides: Partial<StaffMember> = {}): StaffMember => ({
  staffId, name, accountEmail: `${staffId.toLowerCase()}@example.com`, phone: '021-5550100', orgUnit: 'TS', group: null, employmentKind: 'DEDICATED', baseCity: '上海',
  managerId: 'ST-003', active: true, joined: null, left: null, notifyChannels: ['EMAIL'], roles, language: 'zh-CN', linkVersion: 1, ...overrides,
});

/** A company in which every role of the service has somebody, engineers and supervisor distinct. */
export const company = {
  gm: makeStaff('ST-001', '总经理', ['GM']),
  dgm: makeStaff('ST-002', '分管副总', ['DGM', 'EDGM']),
  tsm: makeStaff('ST-003', '经理', ['TSM']),
  sup: makeStaff('ST-004', '主管', ['SUP']),
  clk: makeStaff('ST-005', '内勤', ['CLK', 'CS']),
  eng: makeStaff('ST-006', '工程师甲', ['ENG']),
  eng2: makeStaff('ST-007', '工程师乙', ['ENG'], { baseCity: '珠海' }),
  prd: makeStaff('ST-008', '生产', ['PRD', 'PDM']),
  ops: makeStaff('ST-009', '运营', ['OPS', 'OPM']),
  qa: makeStaff('ST-010', '质检', ['QA']),
  sal: makeStaff('ST-011', '业务员', ['SAL']),
  fin: makeStaff('ST-012', '财务', ['FIN']),
} as const;

export type Person = keyof typeof company;

export const makeCustomer = (overrides: Partial<Customer> = {}): Customer => ({
  customerId: 'CU-00001', name: '昆山某厂', customerType: 'COMPANY', address: '昆山市某路 1 号', city: '昆山', phone: '0512-5550111', email: 'customer@example.org', wechat: null,
  salesOwner: 'ST-011', localMarketing: null, surveyOptOut: false, consentAt: null, consentSource: null, piiStatus: 'ACTIVE', mergedInto: null, ticketCount: null,
  lastTicketAt: null, avgScore: null, openAr: null, notes: null, language: 'zh-CN', ...overrides,
});

export const makeContact = (overrides: Partial<Contact> = {}): Contact =>
  ({ contactId: 'CT-00001', customerId: 'CU-00001', name: '王先生', role: 'REPORTER', phone: '13812345678', email: null, active: true, ...overrides });

export const makeProduct = (overrides: Partial<Product> = {}): Product => ({
  productId: 'PR-GCS', productLine: 'POWER_DISTRIBUTION', model: 'GCS', name: '低压开关柜', defaultWarrantyMonths: null, chargePolicy: 'WARRANTY_BASED',
  requiredSkills: ['PWR_REPAIR'], active: true, ...overrides,
});

export const makeSkill = (staffId: string, overrides: Partial<Skill> = {}): Skill =>
  ({ skillId: `SK-${staffId}`, staffId, skillCode: 'PWR_REPAIR', level: 2, evidence: null, validTo: null, ...overrides });

export const makeTicket = (overrides: Partial<Ticket> = {}): Ticket => ({
  ticketId: 'TK-20260303-001', receivedAt: instant('2026-03-03 09:10'), registeredAt: instant('2026-03-03 09:10'), registeredBy: null, channel: 'WEB', sourceParty: 'CUSTOMER',
  sourceStaff: null, supNotifiedAt: instant('2026-03-03 09:10'), customerId: 'CU-00001', reporterContact: 'CT-00001', siteAddress: '某路 1 号', siteCity: '昆山', projectName: '某厂配电',
  contractId: null, productId: 'PR-GCS', modelText: 'GCS', equipId: null, serialText: 'SN1001', serviceType: 'REPAIR', serviceMode: 'ON_SITE', faultDesc: '断路器跳闸',
  usageFacts: null, truthDeclared: true, impactAnswers: null, severityClaimed: 'B', severityProposed: null, severity: 'B', severityAt: instant('2026-03-03 09:20'),
  severityEffectiveAt: instant('2026-03-03 09:10'), severityReason: null, timeLimitWanted: null, agreedDate: null, agreedHasTime: null, servicePlan: '更换断路器', chargePolicy: 'WARRANTY_BASED',
  warrantyResult: 'IN_WARRANTY', chargeStatus: 'FREE', chargeType: 'FREE', slaProfile: 'STANDARD', holdStatus: 'NONE', majorException: false, ownerStaff: 'ST-004', engineerLead: null,
  causeCode: null, resolution: null, resolvedAt: null, acceptedAt: null, closedAt: null, reopenCount: 0, repeatOf: null, status: 'TRIAGED', statusToken: 'status-token', cancelReason: null, heldFrom: null, heldMin: null,
  ...overrides,
});

export const makeOrder = (overrides: Partial<DispatchOrder> = {}): DispatchOrder => ({
  orderId: 'PG-20260303-01', ticketId: 'TK-20260303-001', createdBySup: 'ST-004', leadEngineer: 'ST-006', team: [], taskKind: 'REPAIR', customerSnapshot: {}, projectName: '某厂配电',
  modelSerial: 'GCS / SN1001', workContent: '更换断路器', timeRequirement: 'B', planDepart: instant('2026-03-04 08:00'), planArrive: instant('2026-03-04 10:00'),
  planReturn: localDate('2026-03-06'), travelMode: 'COACH', travelApproval: null, skillMatch: 'FULL', skillOverrideReason: null, prepChecklist: {}, prepDoneAt: null, previsitContact: null,
  consentId: null, emergencyRatify: false, issuedAt: null, acceptedAt: null, declinedReason: null, departedAt: null, arrivedAt: null, leftAt: null, returnedAt: null, redirectTo: null,
  copyToClerkAt: null, cancelReason: null, status: 'DRAFT', ...overrides,
});

export const makePartsRequest = (overrides: Partial<PartsRequest> = {}): PartsRequest => ({
  requestId: 'WH-20260304-01', ticketId: 'TK-20260303-001', orderId: 'PG-20260303-01', requestedBy: 'ST-006', reason: '断路器损坏', shipTo: '昆山市某路 1 号', consignee: '工程师甲',
  consigneePhone: '13900000000', neededBy: instant('2026-03-05 12:00'), chargeable: false, clerkReceivedAt: null, approvalId: null, prodHandler: null, promisedShipDate: null,
  leadTimeAt: null, prodDoneAt: null, handedOpsAt: null, status: 'SUBMITTED', ...overrides,
});

export const makePartsLine = (overrides: Partial<PartsLine> = {}): PartsLine => ({
  lineId: 'WH-20260304-01/1', requestId: 'WH-20260304-01', itemKind: 'FINISHED', itemCode: null, itemName: '断路器', spec: 'NSX100', qty: 2, unit: '只', forSerial: 'SN1001',
  whyReplace: '触头烧损', partOrigin: 'OWN', lot: null, incomingCheck: null, oldPartReturn: true, qtyShipped: 0, qtyReceived: 0, qtyUsed: null, unitCost: null, status: 'OPEN', ...overrides,
});

export const makeRepair = (overrides: Partial<RepairOrder> = {}): RepairOrder => ({
  repairId: 'WX-20260305-01', ticketId: 'TK-20260303-001', requestLine: 'WH-20260304-01/1', returnKind: 'FAULTY_PART', itemName: '断路器', productModel: 'NSX100', serialNo: 'SN1001', qty: 2,
  returnReason: '触头烧损', siteCauseCode: null, dueBack: localDate('2026-03-11'), sentAt: null, returnCarrier: null, clerkTracking: null, qaReceivedAt: null, qaResult: null, qaFindings: null,
  qaCauseCode: null, repaired: null, repairContent: null, repairCost: null, retestResult: null, dispositionAsked: null, disposition: null, defectId: null, disposedAt: null,
  copyToClerkAt: null, status: 'EXPECTED', ...overrides,
});
