import type { DutyShiftRow, Notice, StaffMember, Ticket } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { words } from '../../terms';
import { workingClass } from '../../tickets';

const addressed = ({ toAddress, code }: Notice): string => `${code} → ${toAddress}`;

/** N-58: what was given up after its last try. */
export const undeliverable = (notices: readonly Notice[]): Message => ({
  subject: words(`${notices.length} 条通知未能送达`, `${notices.length} notices could not be delivered`),
  body: [words('以下通知多次发送失败，已停止重试，请改用其他方式告知。', 'These were tried several times and given up. Please tell the people concerned another way.')],
  facts: notices.slice(0, 20).map((notice) => ({ label: words(addressed(notice), addressed(notice)), value: `${notice.subject} (${(notice.lastError ?? '').slice(0, 80)})` })),
});

/** N-58: the day's mail runs out; the rest is kept for alarms. */
export const mailRunsOut = (left: number, held: number): Message => ({
  subject: words('今日邮件额度不足', 'The day\'s mail is running out'),
  body: [words(`剩余可发 ${left} 封，留给 P1。${held} 条其他通知暂缓，额度恢复后合并发出。`, `${left} mails are left and kept for P1. ${held} other notices wait and leave together once there is room.`)],
});

/** N-58: a year without its list of holidays (AMB-39). */
export const calendarMissing = (year: string): Message => ({
  subject: words(`${year} 年节假日尚未载入`, `The holidays of ${year} are not loaded`),
  body: [words('落在该年的时限按周一至周五暂定，载入后自动重算；已告知客户的时限不会缩短。请在工作台“载入年度节假日”。', 'Deadlines in that year count Monday to Friday for the time being and are counted anew once it is loaded; none that a customer was told gets shorter. Please load the year on the desk.')],
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: `calendar/${year}` }],
});

/** N-53: nobody knows whether the phone will be answered. */
export const dutyUnconfirmed = ({ date, phone }: DutyShiftRow, name: string): Message => ({
  subject: words(`${date} 值班未确认：${name}`, `Duty on ${date} is not confirmed: ${name}`),
  body: [words(`请联系 ${name}（${phone}）确认，或改派他人值班。本人可在工作台“确认值班”。`, `Please call ${name} (${phone}), or plan somebody else. The person confirms on the desk.`)],
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: '' }],
});

/** N-59: what waits, and who could go. */
export const engineersShort = (urgent: readonly Ticket[], free: readonly StaffMember[]): Message => ({
  subject: words(`人力不足：${urgent.length} 张特急、紧急工单待派，空闲工程师 ${free.length} 人`, `Too few engineers: ${urgent.length} tickets of class A and B wait, ${free.length} engineers are free`),
  body: [words('请安排增援：改派、外调（A-03）或与客户另约时间。人手足够之前不再重复提醒。', 'Please find help: reassign, ask other departments (A-03) or agree other times with customers. This is not said again until there are enough.')],
  facts: [
    ...urgent.slice(0, 20).map((ticket) => ({ label: words('待派', 'Waiting'), value: `${ticket.ticketId} ${workingClass(ticket) ?? ''} ${ticket.projectName} ${ticket.siteCity}` })),
    { label: words('空闲', 'Free'), value: free.map(({ name }) => name).join('、') || '—' },
  ],
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: urgent[0]?.ticketId ?? '' }],
});
