import type { FormKey } from '../app/forms';
import type { Ports } from '../app/ports';
import type { FormAnswer } from '../app/take-form';
import { epochOf, instantAt } from '../terms';
import { readResponse } from './forms';

/**
 * Form triggers can fail to come. Each sweep looks whether the request form has answers newer than the last look, and at
 * one other form in turn, since opening a form takes the platform long. Taking in an answer twice counts once.
 */
const overlap = 10 * 60 * 1000;
const turnProperty = 'scan.turn';
const lookProperty = (key: FormKey): string => `scan.${key}`;

const look = (ports: Ports, key: FormKey): readonly FormAnswer[] => {
  const place = ports.form(key);
  if (place === null) return [];
  const now = epochOf(ports.now());
  const since = Number(ports.recall(lookProperty(key)) ?? now) - overlap;
  const form = FormApp.openById(place.formId);
  const found = form.getResponses(new Date(since)).flatMap((response): readonly FormAnswer[] => {
    const read = readResponse({ response, source: form });
    return read === null ? [] : [{ form: key, responseId: read.responseId, answers: read.answers, sentAt: instantAt(read.at) }];
  });
  ports.remember(lookProperty(key), String(now));
  return found;
};

export const findUntaken = (ports: Ports, keys: readonly FormKey[]): readonly FormAnswer[] => {
  const others = keys.filter((key) => key !== 'intake');
  const turn = Number(ports.recall(turnProperty) ?? 0) % Math.max(1, others.length);
  ports.remember(turnProperty, String(turn + 1));
  const next = others[turn];
  return [...look(ports, 'intake'), ...(next === undefined ? [] : look(ports, next))];
};
