import { showInstant, words, type Instant, type Words } from '../../terms';
import type { Message } from '../../app/request';

export interface ReportFacts {
  readonly reportId: string;
  readonly month: string;
  readonly person: string;
  readonly daysOut: number;
  readonly daysOnSite: number;
}

const reportFacts = (facts: ReportFacts): NonNullable<Message['facts']> => [
  { label: words('报告号', 'Report'), value: facts.reportId },
  { label: words('月份', 'Month'), value: facts.month },
  { label: words('填报人', 'Engineer'), value: facts.person },
  { label: words('出差 / 现场天数', 'Days out / on site'), value: `${facts.daysOut} / ${facts.daysOnSite}` },
];

const toDesk = (objectId: string): NonNullable<Message['actions']> => [{ label: words('打开我的工作台', 'Open my desk'), page: 'desk', objectId }];

/** N-46 to an engineer, on the 1st. */
export const reportOpened = (facts: ReportFacts, due: Instant, claimDue: Instant): Message => ({
  subject: words(`请提交 ${facts.month} 月度工作报告`, `Please hand in your report for ${facts.month}`),
  body: [
    words(
      `您 ${facts.month} 的月度工作报告已按派工与行程预填，请补充工作总结和下月计划，并于 ${showInstant(due)} 前提交。`,
      `Your work report for ${facts.month} is filled in from orders and itinerary. Please add the summary and next month's plan and submit it by ${showInstant(due)}.`,
    ),
    words(
      `当月费用请于 ${showInstant(claimDue)} 前提交报销；月报未批准前报销单会挂起，不付款。`,
      `Please submit the month's expenses by ${showInstant(claimDue)}; a claim is held and not paid until the report is approved.`,
    ),
  ],
  facts: reportFacts(facts),
  actions: toDesk(facts.reportId),
});

/** N-46 to the clerks and the supervisor: which papers of the past month are due when. */
export const monthEndDuties = (month: string, dues: readonly { readonly paper: Words; readonly who: Words; readonly due: Instant }[]): Message => ({
  subject: words(`${month} 月结事项与期限`, `Month's end ${month}: what is due when`),
  body: [words('请按下列期限完成上月各项报表。', 'Please complete last month\'s papers by these dates.')],
  facts: dues.map(({ paper, who, due }) => ({ label: words(`${paper.zh}(${who.zh})`, `${paper.en} (${who.en})`), value: showInstant(due) })),
});

/** N-24 to who reviews the report. */
export const reportToReview = (facts: ReportFacts, summary: string, nextPlan: string): Omit<Message, 'actions'> => ({
  subject: words(`待审核：${facts.person} ${facts.month} 月度工作报告`, `To review: ${facts.person}, report for ${facts.month}`),
  body: [words(`工作总结：${summary}`, `Summary: ${summary}`), words(`下月计划：${nextPlan}`, `Next month: ${nextPlan}`)],
  facts: reportFacts(facts),
});

/** N-15 to the engineer. */
export const reportReturned = (facts: ReportFacts, reason: string, by: string): Message => ({
  subject: words(`${facts.month} 月度工作报告被退回`, `Your report for ${facts.month} was returned`),
  body: [words(`${by} 退回了您的月度报告：${reason}。请修改后重新提交；在此之前当月报销不会付款。`, `${by} returned your report: ${reason}. Please change it and submit again; the month's claim is not paid before that.`)],
  facts: reportFacts(facts),
  actions: toDesk(facts.reportId),
});
