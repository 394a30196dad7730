import type { FormAnswers, FormItemView, FormView } from '../../host/contract';
import { hostileText } from './hostile';
import { day, hour, minute, written, writtenDate } from './moments';
import type { Writer } from './field-values';

const known: readonly (readonly [RegExp, (writer: Writer) => string])[] = [
  [/电话/, ({ random }) => `1380000${random.integer(1001, 1020)}`],
  [/产品编号|序列/, ({ random }) => `MNS250500${random.integer(11, 19)}`],
  [/城市|起点|终点/, ({ random }) => random.pick(['上海', '苏州', '杭州', '珠海'])],
  [/发票号码/, ({ random }) => `0${random.integer(1000000, 9999999)}`],
  [/派工单号|发票代码|同住/, () => ''],
  [/单位/, () => '件'],
  [/住处/, () => '无'],
];

/** Later lines of a list stay empty mostly. */
const isLaterLine = (item: FormItemView): boolean => / [2-9]$/.test(item.title);

const dateNear = (item: FormItemView, { random, now }: Writer): string => writtenDate(now + (item.title.includes('返回') || item.title.includes('离店') ? random.integer(0, 2) : random.integer(-1, 0)) * day);

const answerTo = (item: FormItemView, writer: Writer): string | readonly string[] => {
  const { random, now, mark } = writer;
  switch (item.type) {
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return random.pick(item.choices);
    case 'CHECKBOX':
      return item.required || item.choices.length === 1 ? (item.required || random.chance(0.8) ? item.choices.slice(0, 1) : []) : item.choices.filter(() => random.chance(0.4));
    case 'DATE':
      return dateNear(item, writer);
    case 'DATETIME':
      return written(item.title.includes('需求') || item.title.includes('期望') ? now + random.integer(4, 60) * hour : now - random.integer(0, 20) * minute);
    case 'TEXT':
      return known.find(([title]) => title.test(item.title))?.[1](writer) ?? `${item.title.slice(0, 6)} ${mark}`;
    default:
      return random.chance(writer.nonsense) ? `${hostileText(random)} ${mark}` : `${item.title.slice(0, 8)}：已按现场情况处理并与客户确认，后续继续跟进 ${mark}`;
  }
};

/** Most people leave the trap of 10.1 empty as they are told; now and then somebody does not. */
const isTrap = (item: FormItemView): boolean => item.title.includes('请留空');

const isQuestion = (item: FormItemView): boolean => !['SECTION_HEADER', 'PAGE_BREAK', 'IMAGE', 'VIDEO'].includes(item.type);

/** Answers to a form by item id, over what its link filled in. */
export const fillForm = (form: FormView, prefilled: FormAnswers, writer: Writer, given: Readonly<Record<string, string>> = {}): FormAnswers => {
  const answers: Record<string, string | readonly string[]> = { ...prefilled };
  for (const item of form.items.filter(isQuestion)) {
    const id = String(item.id);
    if (answers[id] !== undefined) continue;
    const fixed = Object.entries(given).find(([title]) => item.title.startsWith(title))?.[1];
    if (fixed !== undefined) answers[id] = item.choices.find((choice) => choice.startsWith(fixed)) ?? fixed;
    else if ((isTrap(item) && writer.random.chance(0.97)) || (!item.required && writer.random.chance(0.3)) || (isLaterLine(item) && !item.required)) continue;
    else answers[id] = answerTo(item, writer);
  }
  return answers;
};

/** Second try after the form refused answers: numbers where it wanted them, else nothing. */
export const mendAnswers = (form: FormView, answers: FormAnswers, wrong: Readonly<Record<string, string>>, attempt: number): FormAnswers => {
  const mended: Record<string, string | readonly string[]> = { ...answers };
  for (const item of form.items.filter((candidate) => wrong[String(candidate.id)] !== undefined)) mended[String(item.id)] = attempt === 0 ? '3' : '38.00';
  return mended;
};
