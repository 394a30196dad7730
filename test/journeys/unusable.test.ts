import { Company } from './company';
import { impact, request } from './story';

describe('a request that cannot be used', () => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-03T22:00:00+08:00' });
  });
  afterAll(() => company.close());

  test('is kept as it came, and clerk, supervisor and customer service are told', async () => {
    await company.sendForm('intake', request({ 邮箱: 'no address at all' }));
    expect(await company.rows('tickets')).toEqual([]);
    const [kept] = await company.rows('inbox');
    expect(String(kept?.['answers'])).toContain('no address at all');
    // Read, journal with the refusal before it, apply.
    const run = company.workspace.executions(5).find(({ functionName }) => functionName === 'formSubmitted');
    expect(run?.calls.filter(({ cellsRead, cellsWritten }) => cellsRead + cellsWritten > 0)).toHaveLength(3);
    expect((await company.rows('journal')).slice(-2).map((row) => row['command'])).toEqual(['ticket.register', 'inbox.keep']);
    expect(company.workspace.mail(company.person('SUP').email)).toEqual([]);
    await company.at('2026-03-04 08:10');
    for (const role of ['CLK', 'SUP', 'CS']) expect(company.mailTo(company.person(role).email, '来件').text).toContain('没有丢失');
  });

  test('is told at once, quiet hours or not, when somebody may be hurt (10.1)', async () => {
    await company.at('2026-03-04 22:30');
    await company.sendForm('intake', request({ 邮箱: 'no address at all', ...impact({ hurt: '是' }) }));
    expect(company.mailTo(company.person('SUP').email, '紧急').sentAt).toBe(Date.parse('2026-03-04T22:30:00+08:00'));
  });
});
