import { acceptances, acceptResult, contactAttempts, slaClocks, tickets } from '../../../sheets-templates';
import { endOfWorkingDay } from '../../deadlines';
import { dateOf, isRefusal, refuse, words, type Refusal } from '../../terms';
import { staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import type { Field } from '../field';
import type { Request } from '../request';
import { acceptanceText, conclude, signOffFor, type SignOff } from './acceptance/conclude';
import { acceptedTables } from './charges/service-course';
import { surveyReads } from '../effects/surveys';
import { choiceOf } from './tickets/chosen';
import { customerTables } from './tickets/subject';

const { NO_RESPONSE: _none, ...answers } = acceptResult;

const resultField: Field = { name: 'result', kind: 'choice', label: words('验收结果', 'Result'), choices: answers, required: true };
const noteField: Field = { name: 'note', kind: 'long', label: words('保留事项或不通过原因', 'Points, or why it is rejected'), maximum: 1000 };
const signerField: Field = { name: 'signerName', kind: 'text', label: words('签字人姓名', 'Name of the signer'), required: true, minimum: 2, maximum: 50 };
const reads = [acceptances, tickets, slaClocks, ...surveyReads, ...acceptedTables, ...customerTables];

const ownTicket = ({ actor }: Request, { ticket }: SignOff): Refusal | null =>
  actor.kind === 'customer' && actor.ticketId !== ticket.ticketId ? refuse('ROLE', '此链接只能用于您自己的工单。', 'This link is for your own ticket only.') : null;

/** TK-16, TK-17 by the customer on his own page: name typed, last four digits of the phone, hash of what was shown (10.4). */
const sign: CommandDefinition = command({
  name: 'acceptance.sign',
  label: words('验收签署', 'Sign the acceptance'),
  rules: ['R-017', 'R-097', 'R-175', 'TK-16', 'TK-17'],
  reads,
  fields: [resultField, noteField, signerField, { name: 'phoneLast4', kind: 'text', label: words('手机后四位', 'Last four digits of your phone'), required: true, minimum: 4, maximum: 4 }],
  decide: (request) => {
    const found = signOffFor(request, 'acceptance.sign');
    if (isRefusal(found)) return found;
    const { input, now } = request;
    const digits = input.text('phoneLast4');
    const refused = ownTicket(request, found) ?? (/^\d{4}$/.test(digits) ? null : refuse('G-TK-9', '请填写手机号的后四位数字。', 'Please give the last four digits of your phone number.'));
    if (refused !== null) return refused;
    return conclude(request, found, {
      result: choiceOf(input, 'result', answers), signerName: input.text('signerName'), signerPhoneLast4: digits, method: 'TOKEN_PAGE',
      evidence: request.digest(acceptanceText(found.acceptance)), note: input.text('note'), signedAt: now,
    });
  },
});

const signedInTime = ({ now }: Request, { ticket }: SignOff, signedAt: string): Refusal | null =>
  signedAt <= now && (ticket.resolvedAt === null || signedAt.slice(0, 10) >= dateOf(ticket.resolvedAt)) ? null : refuse('G-TK-9', '签署时间须在修复之后、现在之前。', 'The time of signing must lie between the repair and now.');

/** The paper path (10.4): the signed sheet is photographed and recorded. */
const paper: CommandDefinition = command({
  name: 'acceptance.paper',
  label: words('录入纸质验收', 'Record a paper sign-off'),
  rules: ['R-017', 'R-175', 'TK-16', 'TK-17'],
  reads,
  fields: [resultField, noteField, signerField,
    { name: 'evidence', kind: 'text', label: words('签字凭证', 'Proof'), help: words('签字单照片的链接或存放位置。', 'Link to, or place of, the photo of the signed sheet.'), required: true, minimum: 4, maximum: 300 },
    { name: 'signedAt', kind: 'instant', label: words('签署时间', 'Signed at'), help: words('留空为现在。', 'Empty means now.') }],
  decide: (request) => {
    const found = signOffFor(request, 'acceptance.paper');
    if (isRefusal(found)) return found;
    const { input, now } = request;
    const signedAt = input.optionalInstant('signedAt') ?? now;
    const refused = signedInTime(request, found, signedAt);
    if (refused !== null) return refused;
    return conclude(request, found, {
      result: choiceOf(input, 'result', answers), signerName: input.text('signerName'), signerPhoneLast4: null, method: 'PAPER', evidence: input.text('evidence'), note: input.text('note'), signedAt,
    });
  },
});

/** The phone path (10.4): customer service reads the text and notes the answer; never the engineer concerned. */
const byPhone: CommandDefinition = command({
  name: 'acceptance.byPhone',
  label: words('电话确认验收', 'Acceptance by phone'),
  rules: ['R-175', 'TK-16', 'TK-17'],
  reads,
  fields: [resultField, noteField, signerField, { name: 'evidence', kind: 'text', label: words('通话记录', 'Note of the call'), help: words('通话号码、时间和答复原话。', 'Number called, time and the words of the answer.'), required: true, minimum: 4, maximum: 500 }],
  decide: (request) => {
    const found = signOffFor(request, 'acceptance.byPhone');
    if (isRefusal(found)) return found;
    const { input, now, actor } = request;
    if (staffIdOf(actor) === found.ticket.engineerLead) return refuse('G-TK-9', '电话确认不能由负责此工单的工程师办理，请由其他客服人员致电。', 'The engineer of this ticket cannot confirm it by phone; another person of customer service calls.');
    return conclude(request, found, {
      result: choiceOf(input, 'result', answers), signerName: input.text('signerName'), signerPhoneLast4: null, method: 'PROXY_CALL', evidence: input.text('evidence'), note: input.text('note'), signedAt: now,
    });
  },
});

const attemptsNeeded = 3;

/** 10.4: after five working days and three attempts the supervisor may conclude without an answer. */
const noResponse: CommandDefinition = command({
  name: 'acceptance.noResponse',
  label: words('客户未回复结案', 'Conclude without an answer'),
  rules: ['R-175', 'TK-16'],
  reads: [...reads, contactAttempts],
  fields: [{ name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 4, maximum: 300 }],
  decide: (request) => {
    const found = signOffFor(request, 'acceptance.noResponse');
    if (isRefusal(found)) return found;
    const { draft, input, now, settings, calendar } = request;
    const since = found.ticket.resolvedAt ?? now;
    const until = endOfWorkingDay(calendar, dateOf(since), settings.count('accept.call_wd', now));
    const attempts = draft.by(contactAttempts, 'ticketId', found.ticket.ticketId).filter((row) => row.at >= since).length;
    if (now < until || attempts < attemptsNeeded) return refuse('G-TK-9', `须满 5 个工作日且至少联系客户 ${attemptsNeeded} 次（已登记 ${attempts} 次），由客服登记联系。`, `Five working days and ${attemptsNeeded} attempts are needed (${attempts} logged); customer service logs them.`);
    return conclude(request, found, { result: 'NO_RESPONSE', signerName: '—', signerPhoneLast4: null, method: 'PROXY_CALL', evidence: input.text('reason'), note: '', signedAt: now });
  },
});

export const acceptanceCommands: readonly CommandDefinition[] = [sign, paper, byPhone, noResponse];
