import fc from 'fast-check';
import { Input, readInput, type Field } from '../../../src/app/field';
import { answersToRaw, formItems, linkCodeKey, plainDateTime, type Answer, type FormLanguage, type ItemSpec } from '../../../src/app/forms';
import { words } from '../../../src/terms';

const choices = { A: words('特急', 'Critical'), B: words('紧急', 'Urgent') };
const fields: readonly Field[] = [
  { name: 'note', kind: 'long', label: words('说明', 'Note'), required: true, minimum: 5, maximum: 200 },
  { name: 'severity', kind: 'choice', label: words('级别', 'Class'), choices },
  { name: 'tags', kind: 'list', label: words('标签', 'Tags'), choices },
  { name: 'truth', kind: 'flag', label: words('属实', 'True'), required: true },
  { name: 'at', kind: 'instant', label: words('时间', 'Time') },
  { name: 'day', kind: 'date', label: words('日期', 'Date') },
  { name: 'fare', kind: 'money', label: words('金额', 'Amount') },
  { name: 'count', kind: 'integer', label: words('数量', 'Count'), minimum: 1, maximum: 9 },
  { name: 'lines', kind: 'lines', label: words('明细', 'Lines'), required: true, maximum: 3, columns: [{ name: 'name', kind: 'text', label: words('名称', 'Name'), required: true }, { name: 'kind', kind: 'choice', label: words('类别', 'Kind'), choices, required: true }] },
];

const items = (language: FormLanguage = 'both'): readonly ItemSpec[] => formItems(fields, { language, linkCode: true });
const find = (key: string): ItemSpec => {
  const spec = items().find((candidate) => candidate.key === key);
  if (spec === undefined) throw new Error(`No item ${key}`);
  return spec;
};
const idsOf = (specs: readonly ItemSpec[]): Readonly<Record<string, string>> => Object.fromEntries(specs.map((spec, index) => [spec.key, String(1000 + index)]));

describe('Items of a form', () => {
  it('carry both languages, or the one the team chose', () => {
    expect(find('severity').title).toBe('级别 / Class');
    expect(find('severity').choices.map(({ label }) => label)).toEqual(['特急 / Critical', '紧急 / Urgent']);
    expect(items('en').find((spec) => spec.key === 'severity')?.choices.map(({ label }) => label)).toEqual(['Critical', 'Urgent']);
  });

  it('number the groups of lines and require only the first', () => {
    expect(items().filter((spec) => spec.type === 'SECTION_HEADER').map((spec) => spec.title)).toEqual(['明细 / Lines 1', '明细 / Lines 2', '明细 / Lines 3']);
    expect([1, 2, 3].map((line) => find(`lines.${line}.name`).required)).toEqual([true, false, false]);
  });

  it('end with a required link code on forms of staff only', () => {
    expect(items().at(-1)).toMatchObject({ key: linkCodeKey, required: true, title: '链接码，请勿修改 / Link code, leave as it is' });
    expect(formItems(fields, { language: 'both', linkCode: false }).some((spec) => spec.key === linkCodeKey)).toBe(false);
  });

  it('check numbers, amounts and lengths while somebody types', () => {
    expect(find('note').validation).toEqual({ kind: 'length', minimum: 5, maximum: 200 });
    expect(find('count').validation).toEqual({ kind: 'whole number', minimum: 1, maximum: 9 });
    expect(find('fare').validation).toMatchObject({ kind: 'pattern' });
  });

  it('turn long lists into drop-downs and tell equal labels apart', () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_unused, index) => [`E${index}`, words('张伟', 'Zhang Wei')]));
    const [spec] = formItems([{ name: 'engineer', kind: 'choice', label: words('工程师', 'Engineer'), choices: many }], { language: 'zh-CN', linkCode: false });
    expect(spec?.type).toBe('LIST');
    expect(new Set(spec?.choices.map(({ label }) => label)).size).toBe(8);
    expect(spec?.choices[3]?.label).toBe('张伟 (E3)');
  });
});

describe('Answers to a form', () => {
  it.each([
    ['2026-03-03 09:10', '2026-03-03 09:10'], ['2026/3/3 9:10:00', '2026-03-03 09:10'], ['2026-03-03T09:10', '2026-03-03 09:10'], ['2026/12/31', '2026-12-31'], ['tomorrow', 'tomorrow'],
  ])('read the moment %s', (written, plain) => {
    expect(plainDateTime(written)).toBe(plain);
  });

  it('leave out lines nobody filled in and items that are not ours', () => {
    const ids = idsOf(items());
    const { raw } = answersToRaw(items(), ids, { [ids['lines.2.name'] ?? '']: 'fuse', stranger: 'x' });
    expect(raw).toEqual({ lines: [{ name: 'fuse' }] });
  });

  it('map back to what was meant, whatever was chosen and in whatever language', () => {
    const code = fc.constantFrom('A', 'B');
    const meant = fc.record({
      note: fc.stringMatching(/^[^\s\p{Cc}][^\p{Cc}]{4,40}[^\s\p{Cc}]$/u), severity: fc.option(code), tags: fc.uniqueArray(code), at: fc.option(fc.constantFrom('2026-03-03 09:10', '2026-12-31 23:59')),
      lines: fc.array(fc.record({ name: fc.stringMatching(/^[a-z]{1,9}$/), kind: code }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(fc.property(meant, fc.constantFrom<FormLanguage>('both', 'zh-CN', 'en'), ({ note, severity, tags, at, lines }, language) => {
      const specs = items(language);
      const ids = idsOf(specs);
      const label = (key: string, value: string): string => specs.find((spec) => spec.key === key)?.choices.find((choice) => choice.code === value)?.label ?? '';
      const answers: Record<string, Answer> = { [ids['note'] ?? '']: note, [ids['tags'] ?? '']: tags.map((tag) => label('tags', tag)), [ids['truth'] ?? '']: [label('truth', 'Y')], [ids[linkCodeKey] ?? '']: 'code-1' };
      if (severity !== null) answers[ids['severity'] ?? ''] = label('severity', severity);
      if (at !== null) answers[ids['at'] ?? ''] = at;
      lines.forEach((line, index) => {
        answers[ids[`lines.${index + 1}.name`] ?? ''] = line.name;
        answers[ids[`lines.${index + 1}.kind`] ?? ''] = label(`lines.${index + 1}.kind`, line.kind);
      });
      const { raw, linkCode } = answersToRaw(specs, ids, answers);
      const input = readInput(fields, raw);
      if (!(input instanceof Input)) throw new Error(input.words.en);
      expect(linkCode).toBe('code-1');
      expect(input.text('note')).toBe(note.trim());
      expect(input.optionalText('severity')).toBe(severity);
      expect(input.list('tags')).toEqual(tags);
      expect(input.flag('truth')).toBe(true);
      expect(input.optionalInstant('at')?.slice(0, 16) ?? null).toBe(at === null ? null : at.replace(' ', 'T'));
      expect(input.lines('lines').map((line) => ({ name: line.text('name'), kind: line.text('kind') }))).toEqual(lines);
    }));
  });
});
