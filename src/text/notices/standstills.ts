import { correctedTime, pauseKind, type SlaPause, type TimeCorrection } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words } from '../../terms';

type Asked = Omit<Message, 'actions'>;

const pauseFacts = ({ rules, kind, fromAt, toAt, newDue, evidence }: SlaPause): NonNullable<Message['facts']> => [
  { label: words('适用时限', 'Deadlines'), value: rules.join(', ') },
  { label: words('原因', 'Because of'), value: pauseKind[kind] },
  ...(newDue === null
    ? [{ label: words('期间', 'Time'), value: `${showInstant(fromAt)} – ${toAt === null ? '' : showInstant(toAt)}` }]
    : [{ label: words('改期至', 'New due'), value: showInstant(newDue) }]),
  { label: words('证据', 'Evidence'), value: evidence },
];

/** */
export const askToPause = (pause: SlaPause): Asked => ({
  subject: words(`申请暂停时限 ${pause.ticketId}`, `Pause of deadlines asked for ${pause.ticketId}`),
  body: [words('主管申请暂停以下时限。批准之前照常计算；已记录的超时不会消失。', 'The supervisor asks to pause these deadlines. They run on until you agree; a breach on record stays.')],
  facts: pauseFacts(pause),
});

export const pauseDecided = (pause: SlaPause, comment: string): Asked => ({
  subject: pause.status === 'APPROVED' ? words(`已批准暂停时限 ${pause.ticketId}`, `Pause agreed ${pause.ticketId}`) : words(`未批准暂停时限 ${pause.ticketId}`, `Pause refused ${pause.ticketId}`),
  body: comment === '' ? [] : [words(comment, comment)],
  facts: pauseFacts(pause),
});

/** CUSTOMER_DEFER: for the manager's information. */
export const deferred = (pause: SlaPause): Asked => ({
  subject: words(`客户要求改期 ${pause.ticketId}`, `The customer asked for a later time ${pause.ticketId}`),
  body: [words('主管已按客户书面要求改期，无需批复。', 'The supervisor moved the due moment at the customer\'s written wish. Nothing to decide.')],
  facts: pauseFacts(pause),
});

/** */
export const askToCorrect = (correction: TimeCorrection): Asked => ({
  subject: words(`申请更正时间 ${correction.ticketId}`, `Correction of a time ${correction.ticketId}`),
  body: [words('两个时间都会保留；批准后相关时限按更正的时间重新判定。', 'Both times are kept; once approved, the deadlines are judged by the right one.')],
  facts: [
    { label: correctedTime[correction.what], value: correction.recordId },
    { label: words('原时间', 'Time before'), value: showInstant(correction.oldAt) },
    { label: words('更正为', 'Right time'), value: showInstant(correction.newAt) },
    { label: words('原因及证据', 'Reason and evidence'), value: correction.reason },
  ],
});

export const correctionDecided = (correction: TimeCorrection, comment: string): Asked => ({
  ...askToCorrect(correction),
  subject: correction.status === 'APPROVED' ? words(`已更正时间 ${correction.ticketId}`, `Time corrected ${correction.ticketId}`) : words(`未同意更正时间 ${correction.ticketId}`, `Correction refused ${correction.ticketId}`),
  body: comment === '' ? [] : [words(comment, comment)],
});
