import type { StaffMember } from '../../../sheets-templates';
import type { Offer, WorkItem } from '../../../src/app/command';
import { instant, words } from '../../../src/terms';
import { deskView } from '../../../src/ui/view';

const person: StaffMember = {
  staffId: 'ST-004', name: '林晓梅', accountEmail: 'lin@example.test', phone: '', orgUnit: '技术支持部', group: 'SERVICE', employmentKind: 'DEDICATED', baseCity: '上海',
  managerId: 'ST-003', active: true, joined: null, left: null, notifyChannels: [], roles: ['SUP'], language: 'zh-CN', linkVersion: 1,
};

const classify: Omit<Offer, 'objectId'> = { command: 'ticket.classify', label: words('定级', 'Classify'), tone: 'primary', fields: [{ name: 'severity', kind: 'choice', label: words('级别', 'Class'), choices: { A: words('特急', 'Critical') } }] };

const item = (objectId: string, dueAt: string | null, severity: WorkItem['severity']): WorkItem => ({
  objectId, kind: words('工单', 'Ticket'), title: objectId, status: words('待联系', 'Awaiting contact'), severity, dueAt, facts: [],
  offers: [{ ...classify, objectId }], forms: [{ form: 'arrival', label: words('到达报告', 'Arrival report') }, { form: 'nowhere', label: words('无', 'None') }],
});

const show = (items: readonly WorkItem[]) =>
  deskView({ person, now: instant('2026-03-03 09:00'), items, explained: () => [], offers: [], links: [], formLink: (form, objectId) => (form === 'arrival' ? `form:${objectId}` : null) });

describe('The desk', () => {
  it('puts the nearest deadline first, then the higher class, then the number', () => {
    const desk = show([item('T4', null, 'C'), item('T3', null, 'A'), item('T2', '2026-03-03T11:00:00+08:00', 'C'), item('T1', '2026-03-03T10:00:00+08:00', 'C'), item('T5', null, null)]);
    expect(desk.items.map((shown) => shown.objectId)).toEqual(['T1', 'T2', 'T3', 'T5', 'T4']);
  });

  it('sends each distinct set of inputs once', () => {
    const desk = show([item('T1', null, 'A'), item('T2', null, 'B')]);
    expect(desk.inputs).toHaveLength(1);
    expect(desk.items.flatMap((shown) => shown.offers.map((offer) => offer.inputs))).toEqual([0, 0]);
  });

  it('links only forms that are set up', () => {
    expect(show([item('T1', null, 'A')]).items[0]?.links).toEqual([{ label: words('到达报告', 'Arrival report'), url: 'form:T1' }]);
  });

  it('is plain data that survives the way to the page', () => {
    const desk = show([item('T1', null, 'A')]);
    expect(JSON.parse(JSON.stringify(desk))).toEqual(desk);
  });
});
