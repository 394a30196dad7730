import { words, type Words } from '../../terms/words';

/** What the pages themselves say; everything about the work comes from the server. */
export const pageWords = {
  product: words('售后台账', 'Aftersales Ledger'),
  refresh: words('刷新', 'Refresh'),
  refreshing: words('正在刷新…', 'Refreshing…'),
  loading: words('正在读取…', 'Loading…'),
  search: words('按单号、项目或内容查找', 'Find by number, project or text'),
  overdue: words('已超时', 'Overdue'),
  today: words('今天到期', 'Due today'),
  later: words('以后', 'Later'),
  undated: words('其他待办', 'Other work'),
  nothing: words('现在没有需要您处理的事项。', 'Nothing needs you right now.'),
  nothingFound: words('没有符合的事项。', 'Nothing matches.'),
  moreFacts: words('更多内容', 'More details'),
  deadlines: words('时限说明', 'Deadlines explained'),
  moreActions: words('更多操作', 'More actions'),
  cancel: words('收起', 'Close'),
  sending: words('正在提交…', 'Sending…'),
  required: words('必填', 'required'),
  choose: words('请选择', 'Please choose'),
  addLine: words('添加一行', 'Add a line'),
  removeLine: words('删除此行', 'Remove this line'),
  line: words('第 {n} 行', 'Line {n}'),
  severalValues: words('多个请用逗号分开。', 'Separate several with commas.'),
  companyTime: words('按北京时间填写。', 'Beijing time (UTC+8).'),
  checkInput: words('请检查标出的内容。', 'Please check what is marked.'),
  fillIn: words('请填写此项。', 'Please fill this in.'),
  tickThis: words('须勾选。', 'Must be ticked.'),
  atLeast: words('至少 {n} 个字。', 'At least {n} characters.'),
  atMost: words('最多 {n} 个字。', 'At most {n} characters.'),
  wholeNumber: words('请填写 {from} 到 {to} 之间的整数。', 'A whole number from {from} to {to}.'),
  amount: words('请填写金额，例如 38.00。', 'An amount such as 38.00.'),
  unreachable: words('没有收到服务器的答复。操作可能已经完成，请先刷新看结果，再决定是否重做。', 'The server did not answer. The action may have been done: refresh and look before doing it again.'),
  copyText: words('复制文字', 'Copy the text'),
  copied: words('已复制。', 'Copied.'),
  copyByHand: words('请长按或按 Ctrl+C 复制已选中的文字。', 'Please copy the selected text with Ctrl+C or a long press.'),
  close: words('关闭', 'Close'),
  notLoaded: words('没有连上服务器，内容没有读出。请稍后重试。', 'The server could not be reached, so nothing could be shown. Please try again.'),
  tryAgain: words('重试', 'Try again'),
  due: words('截止', 'Due'),
  dueIn: words('还剩 {time}', '{time} left'),
  lateBy: words('超时 {time}', '{time} overdue'),
  days: words('{n} 天', '{n} d'),
  hours: words('{n} 小时', '{n} h'),
  hoursMinutes: words('{n} 小时 {m} 分', '{n} h {m} min'),
  minutes: words('{n} 分钟', '{n} min'),
  classA: words('特急', 'Critical'),
  classB: words('紧急', 'Urgent'),
  classC: words('一般', 'Normal'),
  otherLanguage: words('English', '中文'),
  switchLanguage: words('Switch to English', '切换为中文'),
  opensNewTab: words('在新标签页打开', 'opens in a new tab'),
} as const satisfies Readonly<Record<string, Words>>;

/** Puts numbers and times into a text's places, such as `{n}`. */
export const filled = (text: Words, values: Readonly<Record<string, string | number | Words>>): Words => {
  const fill = (language: keyof Words): string =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { zh: fill('zh'), en: fill('en') };
};
