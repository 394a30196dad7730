import type { FormPlace } from '../app/ports';
import type { Deployment, WorkbookPlace } from '../ledger/deployment';
import type { Language } from '../terms';

/**
 * What the script remembers of its deployment, in script properties: where each workbook and form is, and the secret
 * that signs links. One property a workbook and a form, since a property holds 9 kB.
 */
let known: Readonly<Record<string, string>> | null = null;

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getScriptProperties();

/** All properties in one call, once a run. */
const all = (): Readonly<Record<string, string>> => {
  known ??= properties().getProperties();
  return known;
};

export const remember = (key: string, value: string): void => {
  properties().setProperty(key, value);
  known = { ...all(), [key]: value };
};

export const rememberAll = (values: Readonly<Record<string, string>>): void => {
  properties().setProperties({ ...values });
  known = { ...all(), ...values };
};

export const recall = (key: string): string | null => all()[key] ?? null;

const workbookPrefix = 'workbook.';
const formPrefix = 'form.';

export const workbookProperty = (name: string): string => workbookPrefix + name;
export const formProperty = (key: string): string => formPrefix + key;

export const isDeployed = (): boolean => recall('language') !== null;

export const loadDeployment = (): Deployment => {
  const language: Language = recall('language') === 'en' ? 'en' : 'zh-CN';
  const workbooks: Record<string, WorkbookPlace> = {};
  for (const [key, value] of Object.entries(all())) {
    // Written by set-up only.
    if (key.startsWith(workbookPrefix)) workbooks[key.slice(workbookPrefix.length)] = JSON.parse(value) as WorkbookPlace;
  }
  if (Object.keys(workbooks).length === 0) throw new Error('尚未安装:请先运行 setUp。 Not set up yet: run setUp first.');
  return { language, workbooks };
};

export const loadForm = (key: string): FormPlace | null => {
  const text = recall(formProperty(key));
  return text === null ? null : (JSON.parse(text) as FormPlace);
};

/** Forms by their id, for the trigger that only knows which form it came from. */
export const formKeyOf = (formId: string): string | null => {
  const found = Object.keys(all()).find((key) => key.startsWith(formPrefix) && loadForm(key.slice(formPrefix.length))?.formId === formId);
  return found === undefined ? null : found.slice(formPrefix.length);
};

export const loadSecret = (): string => {
  const secret = recall('secret');
  if (secret === null) throw new Error('尚未安装:请先运行 setUp。 Not set up yet: run setUp first.');
  return secret;
};
