import type { FormKey } from '../app/forms';
import type { Ports } from '../app/ports';
import type { FormAnswer } from '../app/take-form';
import { epochOf, instantAt } from '../terms';
import { readResponse } from './read-response';
import { rememberAll } from './memory';
import { sweepMinutes } from './sweep-trigger';

/**
 * Form triggers can fail to come. Each sweep looks whether the request form has answers newer than the last look, and at
 * one other form in turn, since opening a form takes the platform long. A form that was not looked at for a day, or never,
 * does not wait for its turn: receipts are kept for a week, and no answer may be older than them when it is looked for.
 */
const overlap = 10 * 60 * 1000;
const longestUnseen = 24 * 60 * 60 * 1000;
const lookProperty = (key: FormKey): string => `scan.${key}`;

const lastLook = (ports: Ports, key: FormKey): number | null => {
  const at = ports.recall(lookProperty(key));
  return at === null ? null : Number(at);
};

/** The forms to look at this time: the request form always, the others in turn or when it is high time. */
export const formsInTurn = (ports: Ports, keys: readonly FormKey[]): readonly FormKey[] => {
  const others = keys.filter((key) => key !== 'intake');
  const now = epochOf(ports.now());
  // The clock itself passes the turn on, so that nothing has to be remembered for it.
  const turn = Math.floor(now / (sweepMinutes() * 60 * 1000)) % Math.max(1, others.length);
  return ['intake', ...others.filter((key, index) => index === turn || (lastLook(ports, key) ?? 0) < now - longestUnseen)];
};

/** Answers of a form since the last look that took in everything it found, with some overlap. */
export const answersSince = (ports: Ports, key: FormKey): readonly FormAnswer[] => {
  const place = ports.form(key);
  if (place === null) return [];
  // All that a new form ever got, the first time.
  const since = Math.max(0, (lastLook(ports, key) ?? 0) - overlap);
  const form = FormApp.openById(place.formId);
  return form.getResponses(new Date(since)).flatMap((response): readonly FormAnswer[] => {
    const read = readResponse({ response, source: form });
    return read === null ? [] : [{ form: key, responseId: read.responseId, answers: read.answers, sentAt: instantAt(read.at) }];
  });
};

/** To be called for the forms of which everything found was taken in: the next look begins here. */
export const looked = (keys: readonly FormKey[], at: number): void => {
  if (keys.length > 0) rememberAll(Object.fromEntries(keys.map((key) => [lookProperty(key), String(at)])));
};
