import { tables } from '../../sheets-templates';
import { readLink } from '../../src/app/links';
import { instant, isRefusal } from '../../src/terms';
import { Company, owner } from './company';

/** Texts travel beside the code of the bundle; what people read is what the sources say. */
describe.each([['zh-CN'], ['en']] as const)('the texts of the built bundle, in %s', (language) => {
  let company: Company;
  beforeAll(async () => {
    company = await Company.open({ startAt: '2026-03-02T08:00:00+08:00', language });
  });
  afterAll(() => company.workspace.close());

  test.each(Object.values(tables).map((table) => [table.name, table] as const))('%s: name and column labels', async (_name, table) => {
    const inLanguage = (words: { readonly zh: string; readonly en: string }): string => (language === 'en' ? words.en : words.zh);
    const range = encodeURIComponent(`'${inLanguage(table.label)}'!1:2`);
    const { status, body } = await company.workspace.rest('GET', `/v4/spreadsheets/${company.workbook(table.book)}/values/${range}`, new URLSearchParams(), null, owner);
    expect(status).toBe(200);
    const [, labels = []] = (body as { readonly values?: readonly (readonly string[])[] }).values ?? [];
    const written = Object.values<{ readonly label: { readonly zh: string; readonly en: string } }>(table.columns).map((column) => inLanguage(column.label));
    // A column that people type into stands twice.
    expect(new Set(labels)).toEqual(new Set(written));
  });

  test('a page’s refusal', async () => {
    const token = 'x'.repeat(700);
    const refusal = readLink({ sign: (text) => text, decode: () => null }, token, instant('2026-03-02 08:00'));
    if (!isRefusal(refusal)) throw new Error('A link of noise was taken');
    const { value } = await company.workspace.run('core', 'pageAction', [token, 'none', '', {}], owner);
    expect(value).toEqual({ ok: false, message: refusal.words });
  });
});
