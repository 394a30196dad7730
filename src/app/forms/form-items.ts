import type { Words } from '../../terms';
import type { Field } from '../field';
import { linkCodeKey, type ItemChoice, type ItemSpec, type ItemType, type ItemValidation } from './item-spec';

/** `both`: “中文 / English”, for teams and customers of either language. */
export type FormLanguage = 'both' | 'zh-CN' | 'en';

/** More choices than this are a drop-down: a list of twenty round buttons does not fit a phone. */
const mostButtons = 6;
const defaultLines = 3;

export const bilingual = (text: Words, language: FormLanguage, separator = ' / '): string => {
  if (language === 'zh-CN' || text.zh === text.en) return text.zh;
  return language === 'en' ? text.en : text.zh + separator + text.en;
};

/** Forms refuse two choices of one text, and an answer is the text: equal labels get their code behind them. */
const choicesOf = (field: Field, language: FormLanguage): readonly ItemChoice[] => {
  const labelled = Object.entries(field.choices ?? {}).map(([code, label]) => ({ code, label: bilingual(label, language) }));
  return labelled.map((choice) => (labelled.filter(({ label }) => label === choice.label).length > 1 ? { ...choice, label: `${choice.label} (${choice.code})` } : choice));
};

const tick: Words = { zh: '是', en: 'Yes' };
const consent: Words = { zh: '我已阅读并同意', en: 'I have read this and agree' };

const typeOf = (field: Field): ItemType => {
  switch (field.kind) {
    case 'long':
      return 'PARAGRAPH_TEXT';
    case 'choice':
      return Object.keys(field.choices ?? {}).length > mostButtons ? 'LIST' : 'MULTIPLE_CHOICE';
    case 'list':
      return field.choices === undefined ? 'TEXT' : 'CHECKBOX';
    case 'flag':
      return 'CHECKBOX';
    case 'date':
      return 'DATE';
    case 'instant':
      return 'DATETIME';
    default:
      return 'TEXT';
  }
};

const validationOf = (field: Field): ItemValidation | null => {
  const { kind, minimum = null, maximum = null } = field;
  if (kind === 'integer') return { kind: 'whole number', minimum: minimum ?? 0, maximum: maximum ?? 1_000_000 };
  if (kind === 'money') return { kind: 'pattern', pattern: '^\\d{1,10}(\\.\\d{1,2})?$' };
  if ((kind === 'text' || kind === 'long') && (minimum !== null || maximum !== null)) return { kind: 'length', minimum, maximum };
  return null;
};

interface Place {
  readonly key: string;
  readonly fieldName: string;
  readonly line: number | null;
  readonly column: string | null;
}

const item = (field: Field, place: Place, language: FormLanguage, required: boolean): ItemSpec => {
  const number = place.line === null ? '' : ` ${place.line}`;
  return {
    ...place,
    fieldKind: field.kind,
    type: typeOf(field),
    title: bilingual(field.label, language) + number,
    help: field.help === undefined ? '' : bilingual(field.help, language, '\n'),
    required,
    choices: field.kind === 'flag' ? [{ code: 'Y', label: bilingual(field.required === true ? consent : tick, language) }] : choicesOf(field, language),
    validation: validationOf(field),
  };
};

const lineItems = (field: Field, language: FormLanguage): readonly ItemSpec[] =>
  Array.from({ length: field.maximum ?? defaultLines }, (_unused, index) => index + 1).flatMap((line) => {
    // Only a required list's first line must be filled in; the later ones may stay empty as a whole.
    const mustFill = field.required === true && line === 1;
    const header: ItemSpec = {
      key: `${field.name}.${line}`, fieldName: field.name, fieldKind: 'lines', line, column: null, type: 'SECTION_HEADER',
      title: `${bilingual(field.label, language)} ${line}`, help: line === 1 && field.help !== undefined ? bilingual(field.help, language, '\n') : '', required: false, choices: [], validation: null,
    };
    const columns = (field.columns ?? []).map((column) => item(column, { key: `${field.name}.${line}.${column.name}`, fieldName: field.name, line, column: column.name }, language, mustFill && column.required === true));
    return [header, ...columns];
  });

const linkCodeItem = (language: FormLanguage): ItemSpec => ({
  key: linkCodeKey, fieldName: linkCodeKey, fieldKind: 'text', line: null, column: null, type: 'TEXT',
  title: bilingual({ zh: '链接码，请勿修改', en: 'Link code, leave as it is' }, language),
  help: bilingual({ zh: '由您的个人链接自动填好。如为空，请从邮件、侧边栏或个人工作台重新打开本表。', en: 'Filled in by your personal link. If it is empty, open this form again from the mail, the sidebar or your desk.' }, language, '\n'),
  required: true, choices: [], validation: null,
});

/**
 * The items of a form, in order. `lines` become numbered groups of items; forms of staff end with the link code.
 * Every answer to them maps back to a field through `answersToRaw`.
 */
export const formItems = (fields: readonly Field[], options: { readonly language: FormLanguage; readonly linkCode: boolean }): readonly ItemSpec[] => [
  ...fields.flatMap((field) => (field.kind === 'lines' ? lineItems(field, options.language) : [item(field, { key: field.name, fieldName: field.name, line: null, column: null }, options.language, field.required === true)])),
  ...(options.linkCode ? [linkCodeItem(options.language)] : []),
];
