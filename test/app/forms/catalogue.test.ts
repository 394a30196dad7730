import { findCommand } from '../../../src/app/commands';
import { builtForm, formDefinition, formsCatalogue, linkCodeKey, type BuiltForm, type FormDefinition, type FormLanguage } from '../../../src/app/forms';
import { dangerFirst, privacyNotice, truthAndCooperation } from '../../../src/text/ui/intake-texts';

const build = (form: FormDefinition, language: FormLanguage = 'both'): BuiltForm => {
  const command = findCommand(form.command);
  if (command === undefined) throw new Error(`The form ${form.key} has no command ${form.command}`);
  return builtForm(form, command, language);
};

describe.each(formsCatalogue.map((form) => [form.key, form] as const))('The form %s', (_key, form) => {
  it('asks for what its command needs, each item once', () => {
    const { items } = build(form);
    const keys = items.map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const field of findCommand(form.command)?.fields ?? []) expect(items.some((item) => item.fieldName === field.name)).toBe(true);
    expect(keys.includes(linkCodeKey)).toBe(form.audience === 'staff');
  });

  it.each(['both', 'zh-CN', 'en'] as const)('can stand on Google in %s: titles, and choices told apart', (language) => {
    const { title, items } = build(form, language);
    expect(title).not.toBe('');
    for (const item of items) {
      expect(item.title).not.toBe('');
      expect(new Set(item.choices.map(({ label }) => label)).size).toBe(item.choices.length);
      expect(item.choices.every(({ label }) => label !== '' && !label.includes('\n'))).toBe(true);
      if (['MULTIPLE_CHOICE', 'LIST', 'CHECKBOX'].includes(item.type)) expect(item.choices).not.toHaveLength(0);
      // Response sheets join ticked choices with a comma.
      if (item.type === 'CHECKBOX') expect(item.choices.every(({ label }) => !label.includes(', '))).toBe(true);
    }
  });

  it('rewords only fields that it has', () => {
    const names = findCommand(form.command)?.fields.map((field) => field.name) ?? [];
    for (const name of Object.keys(form.wording ?? {})) expect(names).toContain(name);
  });
});

describe('The customer’s form', () => {
  const intake = formDefinition('intake');

  it('warns first, then tells the duties on site (R-006, R-146) and what becomes of personal data', () => {
    const { description, items } = build(intake);
    expect(description.startsWith(dangerFirst.zh)).toBe(true);
    for (const text of [truthAndCooperation, privacyNotice]) for (const words of [text.zh, text.en]) expect(description).toContain(words);
    expect(items.filter((item) => item.fieldKind === 'flag' && item.required)).toHaveLength(2);
  });
});
