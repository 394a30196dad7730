import { allTables, type Column } from '../../sheets-templates';
import type { FormPlace } from '../app/ports';
import type { Deployment, WorkbookPlace } from '../ledger/deployment';
import { refuse, type Language, type Refusal } from '../terms';

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

export const knownLanguage = (): Language => (recall('language') === 'en' ? 'en' : 'zh-CN');

const shortOf = (columns: Readonly<Record<string, Column<unknown>>>): number => {
  const text = Object.entries(columns).map(([property, { command, choices }]) => [property, command, Object.keys(choices ?? {})]).join();
  let sum = 5381;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 33) ^ text.charCodeAt(at)) >>> 0;
  return sum;
};

type Layout = Readonly<Record<string, number>>;

const layoutProperty = 'layout';
let layout: string | null = null;

/** What this version's tables look like, in short: by name a number that another set of columns, typed columns or choices makes another. */
const currentLayout = (): string => (layout ??= JSON.stringify(Object.fromEntries(allTables.map(({ name, columns }) => [name, shortOf(columns)]))));

/** Goes with the first workbook: all that are made from then on look like this. */
export const layoutFacts = (): Readonly<Record<string, string>> => ({ [layoutProperty]: currentLayout() });

/** Tables that look otherwise than set-up left them; all of them where a version made them that did not take it down. */
export const changedTables = (): readonly string[] => {
  // Written by set-up only.
  const [before, now] = [recall(layoutProperty) ?? '{}', currentLayout()].map((text) => JSON.parse(text) as Layout);
  return Object.keys(now ?? {}).filter((name) => before?.[name] !== now?.[name]);
};

/** This code is newer than the workbooks, or a deployed page's is older: what it would write into columns that are not there would be lost. */
export const outdated = (): Refusal | null =>
  recall('language') === null || recall(layoutProperty) === currentLayout() ? null
    : refuse('SETUP', '程序与台账版本不一致（系统刚更新）：请系统所有者重新运行 setUp 并发布网页应用的新版本，之后再试。已提交的内容不会丢失。', 'The program and its workbooks are of different versions (after an update): the owner has to run setUp again and deploy the web app\'s new version; please try again after that. Nothing that was sent is lost.');

export const workbookPlaces = (): Readonly<Record<string, WorkbookPlace>> => {
  const workbooks: Record<string, WorkbookPlace> = {};
  for (const [key, value] of Object.entries(all())) {
    // Written by set-up only.
    if (key.startsWith(workbookPrefix)) workbooks[key.slice(workbookPrefix.length)] = JSON.parse(value) as WorkbookPlace;
  }
  return workbooks;
};

export const loadDeployment = (): Deployment => {
  const workbooks = workbookPlaces();
  if (Object.keys(workbooks).length === 0) throw new Error('尚未安装：请先运行 setUp。 Not set up yet: run setUp first.');
  const old = outdated();
  if (old !== null) throw new Error(`${old.words.zh} ${old.words.en}`);
  return { language: knownLanguage(), workbooks };
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
  if (secret === null) throw new Error('尚未安装：请先运行 setUp。 Not set up yet: run setUp first.');
  return secret;
};
