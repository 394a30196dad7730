import { Company } from './company';

describe('set-up', () => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T08:00:00+08:00' });
  });
  afterAll(() => company.close());

  test('makes five workbooks, eight forms, their triggers and the company’s first rows', async () => {
    expect(Object.keys(company.answer.workbooks).sort()).toEqual(['commercial', 'customers', 'people', 'service', 'system']);
    expect(Object.keys(company.answer.forms)).toHaveLength(8);
    expect(company.workspace.triggers().map((trigger) => trigger.functionName).sort()).toEqual([...Array.from({ length: 8 }, () => 'formSubmitted'), 'cellEdited', 'sweep'].sort());
    expect((await company.rows('staff')).length).toBeGreaterThanOrEqual(15);
    expect(await company.rows('customers')).toHaveLength(30);
    expect(await company.rows('journal')).not.toHaveLength(0);
    expect(company.failures()).toEqual([]);
  });

  test('run again, it adds nothing', async () => {
    const before = await company.rows('staff');
    const again = await company.workspace.run('core', 'setUp', [{ company: 'demo' }], 'owner@xinghe-power.example');
    expect(again.record.error).toBeUndefined();
    expect(await company.rows('staff')).toEqual(before);
    expect(company.workspace.triggers()).toHaveLength(10);
  });

  test('A-31, job.sweep_min: the clock comes every ten minutes once that is agreed to, from the night on', async () => {
    const sweeps = () => company.workspace.triggers().filter(({ functionName }) => functionName === 'sweep').map(({ schedule }) => schedule);
    expect(sweeps()).toEqual(['every 5 minutes']);
    expect(await company.inSidebar(company.person('ADM').email, 'setting.change', '', { key: 'job.sweep_min', value: '10', reason: '节省触发器时间' })).toMatchObject({ ok: true });
    const asked = (await company.rows('approvals'))[0]?.['approval_id'];
    expect(await company.inSidebar(company.person('TSM').email, 'approval.decide', String(asked), { decision: 'APPROVED' })).toMatchObject({ ok: true });
    await company.workspace.advanceTo(Date.parse('2026-03-04T03:00:00+08:00'));
    expect(sweeps()).toEqual(['every 10 minutes']);
    const again = await company.workspace.run('core', 'setUp', [{ company: 'demo' }], 'owner@xinghe-power.example');
    expect(again.record.error).toBeUndefined();
    expect(sweeps()).toEqual(['every 10 minutes']);
    expect(company.failures()).toEqual([]);
  });

  test('9.2, 9.3: a workbook opens for those who may read all of it, and for nobody else', async () => {
    const opens = async (book: string, role: string): Promise<boolean> => company.workspace.openSpreadsheet(company.workbook(book), company.person(role).email).then(() => true, () => false);
    const wanted = {
      service: { CLK: true, GM: true, ENG: false, QA: false }, customers: { CS: true, SUP: true, GM: false, ENG: false, FIN: false }, commercial: { FIN: true, SUP: true, ENG: false },
      people: { HR: true, TSM: true, SUP: false, CLK: false, ENG: false }, system: { QM: true, SUP: false, ENG: false },
    };
    for (const [book, roles] of Object.entries(wanted)) for (const [role, may] of Object.entries(roles)) expect([book, role, await opens(book, role)]).toEqual([book, role, may]);
  });

  test('nobody but the owner may run it', async () => {
    const execution = await company.workspace.run('core', 'setUp', [{ company: 'demo' }], company.person('SUP').email);
    expect(execution.record.status).not.toBe('completed');
  });
});
