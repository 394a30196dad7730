import { seen } from '../../sheets-templates';
import { isRefusal, refuse, type Instant, type Refusal } from '../terms';
import type { Reply } from './command';
import { findCommand } from './commands';
import { answersToRaw, builtForm, formDefinition, type FormKey } from './forms';
import { keepReads, keepUnusable } from './inbox';
import { actorOfLink, readLink } from './links';
import type { Ports } from './ports';
import { readFor, runCommand } from './run-command';

export interface FormAnswer {
  readonly form: FormKey;
  readonly responseId: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** When the person sent it; the form's own time, whenever it is taken in. */
  readonly sentAt: Instant;
}

const affirmative = /^(是|有|yes|y)\b|^(是|有)/i;

/** Whether the first two impact questions were answered with yes: such an answer is told about even when unusable (10.1). */
const isAlarming = (raw: Readonly<Record<string, unknown>>): boolean =>
  ['impactDanger', 'impactWide'].some((question) => typeof raw[question] === 'string' && affirmative.test(raw[question]));

/** Turns a form's answer into its command. What no command takes is kept and told about. Taken twice, it counts once. BUSY: not taken yet. */
export const takeForm = (ports: Ports, answer: FormAnswer): Reply | Refusal => {
  const definition = formDefinition(answer.form);
  const command = findCommand(definition.command);
  const place = ports.form(answer.form);
  if (command === undefined || place === null) throw new Error(`The form ${answer.form} is not set up`);
  const { raw, linkCode } = answersToRaw(builtForm(definition, command, 'both').items, place.items, answer.answers);
  const claims = definition.audience === 'public' ? null : readLink(ports, linkCode, ports.now());
  return runCommand(ports, {
    command,
    actor: (draft) => (claims === null ? { kind: 'visitor' } : isRefusal(claims) ? claims : claims.page === 'form' ? actorOfLink(draft, claims) : refuse('LINK', '请从您的工作链接打开表单。', 'Please open the form by your own link.')),
    objectId: claims === null || isRefusal(claims) ? '' : claims.objectId,
    raw,
    sentAt: answer.sentAt,
    receipt: answer.responseId,
    instead: {
      reads: keepReads,
      command: (refusal) => keepUnusable({
        form: answer.form, answers: raw, refusal, staffId: claims === null || isRefusal(claims) ? null : claims.staffId, receivedAt: answer.sentAt, alarming: answer.form === 'intake' && isAlarming(raw),
      }),
    },
  });
};

/** Of answers found by looking, those that no run has taken in yet. */
export const untaken = (ports: Ports, answers: readonly FormAnswer[]): readonly FormAnswer[] => {
  if (answers.length === 0) return answers;
  const draft = readFor(ports, [seen]);
  return isRefusal(draft) ? answers : answers.filter((answer) => draft.find(seen, answer.responseId) === undefined);
};
