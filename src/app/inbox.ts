import { dutyRoster, inbox, staff } from '../../sheets-templates';
import { addTime } from '../deadlines';
import { showInstant, words, type Instant, type Refusal } from '../terms';
import { command, type CommandDefinition } from './command';
import { everybody } from './commands/tickets/class-effects';
import { dutyRecipients } from './commands/tickets/subject';
import type { Field } from './field';
import { formTitle } from './forms';
import type { Recipient } from './request';

/** Form answers that no command could use: kept as they came, visible in a tab, and someone is told. */

export interface UnusableForm {
  readonly form: string;
  /** What was written, by the name of the question's field. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal;
  /** The person whose link it came by, if it did. */
  readonly staffId: string | null;
  readonly receivedAt: Instant;
  /** Somebody answered that people are hurt or power is out: told at once, whatever else is wrong (10.1). */
  readonly alarming: boolean;
}

const fields: readonly Field[] = [];

/** What keeping an answer looks at. */
export const keepReads = [dutyRoster] as const;

/** A command that keeps an answer, and tells. */
export const keepUnusable = (unusable: UnusableForm): CommandDefinition =>
  command({
    name: 'inbox.keep',
    label: words('保留无法使用的来件', 'Keep an unusable answer'),
    rules: ['R-031', '10.1'],
    reads: keepReads,
    fields,
    decide: ({ draft, now, notify, calendar, settings }) => {
      const answerId = draft.nextNumber('LJ', '', 5);
      draft.insert(inbox, { answerId, receivedAt: unusable.receivedAt, form: unusable.form, answers: unusable.answers, reason: `${unusable.refusal.words.zh} ${unusable.refusal.words.en}`, dueAt: addTime(calendar, 'BUS', unusable.receivedAt, settings.minutes('intake.check_min', now)), handledBy: null, handledAt: null, outcome: null });
      const sender = unusable.staffId === null ? undefined : draft.find(staff, unusable.staffId);
      const body = [unusable.refusal.words, words('原始内容已保存在“待处理来件”中，没有丢失。', 'What was written is kept under "Unusable answers"; nothing is lost.')];
      const clerks: readonly Recipient[] = unusable.form === 'intake' ? [{ role: 'CLK' }, { role: 'SUP' }, { role: 'CS' }, ...(unusable.alarming ? [...everybody, ...dutyRecipients(draft, now)] : [])] : [{ role: 'CLK' }];
      notify({
        code: unusable.alarming ? 'N-03' : unusable.form === 'intake' ? 'N-02' : 'N-15', to: sender === undefined ? clerks : [...clerks, { staffId: sender.staffId }], objectId: answerId,
        priority: unusable.alarming ? 'P1' : 'P2',
        message: {
          subject: unusable.alarming ? words(`【紧急】来件 ${answerId} 无法登记，疑似特急，请立即联系`, `[URGENT] Answer ${answerId} could not be registered and may be critical: contact at once`) : words(`来件 ${answerId} 无法处理`, `Answer ${answerId} could not be used`),
          body,
          facts: [{ label: words('表单', 'Form'), value: formTitle(unusable.form) }, { label: words('接收时间', 'Received'), value: showInstant(unusable.receivedAt) }],
          actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: answerId }],
        },
      });
      return { objectId: answerId, message: words('来件已保存。', 'The answer is kept.') };
    },
  });
