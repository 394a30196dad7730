import { inbox, staff } from '../../sheets-templates';
import { isRefusal, words, type Instant, type Refusal } from '../terms';
import { command, type CommandDefinition } from './command';
import type { Field } from './field';
import type { Recipient } from './request';
import type { Ports } from './ports';
import { runCommand } from './run-command';

/** Form answers that no command could use: kept as they came, visible in a tab, and someone is told. */

export interface UnusableForm {
  readonly form: string;
  readonly responseId: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly refusal: Refusal;
  /** The person whose link it came by, if it did. */
  readonly staffId: string | null;
  readonly receivedAt: Instant;
  /** Somebody answered that people are hurt or power is out: told at once, whatever else is wrong (10.1). */
  readonly alarming: boolean;
}

const fields: readonly Field[] = [];

const keep = (unusable: UnusableForm): CommandDefinition =>
  command({
    name: 'inbox.keep',
    label: words('保留无法使用的来件', 'Keep an unusable answer'),
    rules: ['R-031', '10.1'],
    reads: [],
    fields,
    decide: ({ draft, now, notify }) => {
      const answerId = draft.nextNumber('LJ', '', 5);
      draft.insert(inbox, { answerId, receivedAt: unusable.receivedAt, form: unusable.form, answers: unusable.answers, reason: `${unusable.refusal.words.zh} ${unusable.refusal.words.en}`, handledBy: null, handledAt: null });
      const sender = unusable.staffId === null ? undefined : draft.find(staff, unusable.staffId);
      const body = [unusable.refusal.words, words('原始内容已保存在“待处理来件”中,没有丢失。', 'What was written is kept under “Unusable answers”; nothing is lost.')];
      const clerks: readonly Recipient[] = unusable.form === 'intake' ? [{ role: 'CLK' }, { role: 'SUP' }, { role: 'CS' }] : [{ role: 'CLK' }];
      notify({
        code: unusable.form === 'intake' ? 'N-02' : 'N-15', to: sender === undefined ? clerks : [...clerks, { staffId: sender.staffId }], objectId: answerId,
        priority: unusable.alarming ? 'P1' : 'P2',
        message: {
          subject: unusable.alarming ? words(`【紧急】来件 ${answerId} 无法登记,疑似特急,请立即联系`, `[URGENT] Answer ${answerId} could not be registered and may be critical: contact at once`) : words(`来件 ${answerId} 无法处理`, `Answer ${answerId} could not be used`),
          body,
          facts: [{ label: words('表单', 'Form'), value: unusable.form }, { label: words('接收时间', 'Received'), value: now.slice(0, 16).replace('T', ' ') }],
        },
      });
      return { objectId: answerId, message: words('来件已保存。', 'The answer is kept.') };
    },
  });

/** Gives whether it is kept now, or was before. */
export const keepUnusable = (ports: Ports, unusable: UnusableForm): boolean =>
  !isRefusal(runCommand(ports, { command: keep(unusable), actor: () => ({ kind: 'system' }), objectId: '', raw: {}, receipt: unusable.responseId }));
