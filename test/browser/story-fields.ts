/** Fills in what people fill in: a command's form on a desk or page, and a form at its own address. */
import type { Locator, Page } from 'playwright-core';
import { findCommand } from '../../src/app/commands';
import type { StoryLanguage } from './story-place';

export type CommandInput = Readonly<Record<string, string | boolean | readonly string[]>>;
export type FormInput = Readonly<Record<string, string | readonly string[]>>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The place of a field on a product page, by the label that the command gives it. */
export const commandField = (form: Locator, command: string, name: string, language: StoryLanguage): Locator => {
  const field = findCommand(command)?.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`${command} has no field ${name}`);
  const label = form.page().locator('label, legend').filter({ hasText: new RegExp(`^${escaped(field.label[language])}( \\*)?$`) });
  return form.locator('.field', { has: label });
};

const kindOf = async (field: Locator): Promise<string> => {
  await field.waitFor();
  if ((await field.locator('select').count()) > 0) return 'select';
  return (await field.locator('textarea').count()) > 0 ? 'textarea' : ((await field.locator('input').first().getAttribute('type')) ?? 'text');
};

/** By code, or by a name that the option begins with. */
const chooseOption = async (select: Locator, value: string): Promise<void> => {
  const option = select.locator(`option[value="${value}"]`).or(select.locator('option').filter({ hasText: new RegExp(`^${escaped(value)}`) }));
  await select.selectOption((await option.first().getAttribute('value')) ?? value);
};

/** By code, or by a name that the choice begins with. */
const tick = async (field: Locator, value: string): Promise<void> => {
  const named = field.locator('label').filter({ hasText: new RegExp(`^${escaped(value)}`) }).locator('input');
  await field.locator(`input[value="${value}"]`).or(named).first().check();
};

const fillOne = async (field: Locator, value: string | boolean | readonly string[]): Promise<void> => {
  const kind = await kindOf(field);
  const values = typeof value === 'boolean' ? [] : typeof value === 'string' ? [value] : value;
  if (kind === 'select') await chooseOption(field.locator('select'), values.join(''));
  else if (typeof value === 'boolean') await field.locator('input').setChecked(value);
  else if (kind === 'radio' || kind === 'checkbox') for (const code of values) await tick(field, code);
  else await field.locator('input, textarea').fill(kind === 'datetime-local' ? values.join('').replace(' ', 'T') : values.join(', '));
};

/** Fills a command's form; codes choose among choices, whatever the language. */
export const fillCommand = async (form: Locator, command: string, input: CommandInput, language: StoryLanguage): Promise<void> => {
  for (const [name, value] of Object.entries(input)) await fillOne(commandField(form, command, name, language), value);
};

/** Answers a form's questions by the beginning of their titles; choices likewise. */
export const fillForm = async (page: Page, answers: FormInput): Promise<void> => {
  for (const [question, answer] of Object.entries(answers)) {
    const title = page.locator('.question-title, legend').filter({ hasText: new RegExp(`^${escaped(question)}`) });
    const place = page.locator('.question', { has: title }).first();
    const type = await place.getAttribute('data-type');
    const given = typeof answer === 'string' ? [answer] : answer;
    if (type === 'MULTIPLE_CHOICE' || type === 'CHECKBOX') for (const choice of given) await place.locator(`input[value^="${choice}"]`).first().check();
    else if (type === 'LIST') await place.locator('select').selectOption(await place.locator('option').filter({ hasText: new RegExp(`^${escaped(String(answer))}`) }).first().innerText());
    else await place.locator('input, textarea').first().fill(type === 'DATETIME' ? String(answer).replace(' ', 'T') : String(answer));
  }
};
