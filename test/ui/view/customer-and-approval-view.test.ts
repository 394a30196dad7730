import type { Acceptance, Approval, Ticket } from '../../../sheets-templates';
import { instant, localDate, words } from '../../../src/terms';
import { acceptanceView, approvalView, refusalView } from '../../../src/ui/view';

const now = instant('2026-03-04 16:00');

const acceptance: Acceptance = {
  acceptanceId: 'AC-0001', ticketId: 'TK-20260303-001', orderId: null, workSummary: '更换断路器', partsReplaced: [{ name: '断路器', spec: 'CW2-2000', quantity: 1 }, { name: '螺栓', spec: '', quantity: null }, 7, null],
  functionTest: 'PASS', explained: true, advice: '三个月后复查', chargeSummary: null, signerName: '', signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
};

const ticket: Ticket = {
  ticketId: 'TK-20260303-001', receivedAt: now, registeredAt: now, registeredBy: null, channel: 'WEB', sourceParty: 'CUSTOMER', sourceStaff: null, supNotifiedAt: now, customerId: 'CU-00001', reporterContact: 'CT-00001',
  siteAddress: '秘密地址', siteCity: '杭州', projectName: '住院楼', contractId: null, productId: null, modelText: 'GGD-0.4', equipId: null, serialText: '', serviceType: 'REPAIR', serviceMode: null, faultDesc: '', usageFacts: null, truthDeclared: true,
  impactAnswers: null, severityClaimed: null, severity: 'A', severityAt: null, severityEffectiveAt: null, severityReason: null, timeLimitWanted: null, agreedDate: null, agreedHasTime: null, servicePlan: null, chargePolicy: 'WARRANTY_BASED',
  warrantyResult: 'IN_WARRANTY', chargeStatus: 'FREE', chargeType: 'FREE', slaProfile: 'STANDARD', holdStatus: 'NONE', majorException: false, ownerStaff: 'ST-005', engineerLead: null, causeCode: null, resolution: null, resolvedAt: null, acceptedAt: null,
  closedAt: null, reopenCount: 0, repeatOf: null, status: 'REPAIRED', statusToken: 'x', cancelReason: null,
};

const show = (row: Acceptance) => acceptanceView({ ticket, acceptance: row, fields: [], charge: words('无偿', 'Free'), now, language: 'zh-CN' });

describe('The acceptance page (10.4)', () => {
  it('shows what is signed for, part by part, and nothing else of the ticket', () => {
    const page = show(acceptance);
    expect(page.facts.map(({ value }) => value)).toEqual(['更换断路器', '断路器 CW2-2000 × 1\n螺栓\n7', words('合格', 'Pass'), '三个月后复查', words('无偿', 'Free')]);
    expect(page.outcome).toBeNull();
    expect(JSON.stringify(page)).not.toContain('秘密地址');
  });

  it('says "none" where no part was replaced, and how it was signed once it is', () => {
    const page = show({ ...acceptance, partsReplaced: null, signedAt: now, result: 'ACCEPTED' });
    expect(page.facts[1]?.value).toEqual(words('无', 'None'));
    expect(page.outcome?.zh).toContain('2026-03-04 16:00');
  });
});

describe('The approval page', () => {
  const approval: Approval = {
    approvalId: 'SP-000001', docType: 'DISPATCH', docId: 'PG-1', docHash: '', matrixId: 'A-01', step: 1, role: 'TSM', approver: 'ST-004', onBehalfOf: null, requestedBy: 'ST-005', requestedAt: now,
    decision: null, decidedAt: null, recordedAt: null, via: null, evidence: null, comment: null, status: 'PENDING',
  };
  const page = (row: Approval) => approvalView({ approval: row, message: { subject: words('派工', 'Dispatch'), body: [], facts: [{ label: words('日期', 'Date'), value: localDate('2026-03-05') }] }, requesterName: '林晓梅', dueAt: null, now, language: 'en' });

  it('asks while it waits and tells what became of it afterwards', () => {
    expect(page(approval).outcome).toBeNull();
    expect(page(approval).facts.map(({ value }) => value)).toEqual(['2026-03-05', '林晓梅', '2026-03-04 16:00']);
    expect(page({ ...approval, status: 'REJECTED', decidedAt: now }).outcome?.zh).toBe('本审批已处理:不批 2026-03-04 16:00');
    expect(page({ ...approval, status: 'VOID' }).outcome?.en).toBe('This approval is done: void');
  });
});

describe('A refused link', () => {
  it('becomes a sentence', () => {
    expect(refusalView({ refused: true, code: 'LINK', words: words('已过期', 'Expired') }, 'en')).toMatchObject({ page: 'message', language: 'en', text: words('已过期', 'Expired') });
  });
});
