import type { Approval } from '../../../sheets-templates';
import { instant, localDate, words } from '../../../src/terms';
import { approvalView, refusalView } from '../../../src/ui/view';

const now = instant('2026-03-04 16:00');

describe('The approval page', () => {
  const approval: Approval = {
    approvalId: 'SP-000001', docType: 'DISPATCH', docId: 'PG-1', docHash: '', matrixId: 'A-01', step: 1, role: 'TSM', approver: 'ST-004', onBehalfOf: null, requestedBy: 'ST-005', requestedAt: now,
    decision: null, decidedAt: null, recordedAt: null, via: null, evidence: null, recordedBy: null, confirmedAt: null, comment: null, status: 'PENDING',
  };
  const page = (row: Approval) => approvalView({ approval: row, message: { subject: words('派工', 'Dispatch'), body: [], facts: [{ label: words('日期', 'Date'), value: localDate('2026-03-05') }] }, requesterName: '林晓梅', dueAt: null, now, language: 'en' });

  it('asks while it waits and tells what became of it afterwards', () => {
    expect(page(approval).outcome).toBeNull();
    expect(page(approval).facts.map(({ value }) => value)).toEqual(['2026-03-05', '林晓梅', '2026-03-04 16:00']);
    expect(page({ ...approval, status: 'REJECTED', decidedAt: now }).outcome?.zh).toBe('本审批已处理：不批 2026-03-04 16:00');
    expect(page({ ...approval, status: 'VOID' }).outcome?.en).toBe('This approval is done: void');
  });
});

describe('A refused link', () => {
  it('becomes a sentence', () => {
    expect(refusalView({ refused: true, code: 'LINK', words: words('已过期', 'Expired') }, 'en')).toMatchObject({ page: 'message', language: 'en', text: words('已过期', 'Expired') });
  });
});
