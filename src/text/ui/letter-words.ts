import { words, type Words } from '../../terms/words';

/** What the pages behind a mail's link say: approval, acceptance, progress. Apart from the desk's, so that the sidebar stays small. */
export const letterWords = {
  approvalTitle: words('请您批复', 'Your decision is asked'),
  approve: words('同意', 'Approve'),
  reject: words('不同意', 'Reject'),
  returnIt: words('退回修改', 'Return for changes'),
  comment: words('意见', 'Comment'),
  commentHelp: words('同意可不填；不同意或退回时请写明原因。', 'Not needed to approve; please say why when you reject or return.'),
  commentMissing: words('不同意或退回时请写明原因。', 'Please say why you reject or return it.'),
  nothingChangedYet: words('打开本页不会改变任何内容，按下按钮才会。', 'Opening this page changes nothing; only a button does.'),
  acceptanceTitle: words('服务验收', 'Acceptance of the work'),
  acceptanceIntro: words('请核对以下服务内容，然后签署意见。', 'Please read what was done, then give your opinion.'),
  sign: words('签署', 'Sign'),
  progressTitle: words('服务进度', 'Progress of your request'),
  nextStep: words('下一步', 'Next step'),
  news: words('进展', 'News'),
  stageOf: words('第 {n} 步，共 {m} 步', 'Step {n} of {m}'),
  project: words('项目', 'Project'),
  model: words('型号规格', 'Model'),
} as const satisfies Readonly<Record<string, Words>>;
