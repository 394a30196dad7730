/** Every word the workspace page itself says. What the product says comes from the product. */

export type Language = 'zh' | 'en';

const table = {
  productName: ['售后台账 · 本地工作区', 'Aftersales Ledger · local workspace'],
  standIn: ['本地替身,不是 Google', 'A local stand-in, not Google'],
  openNavigation: ['打开导航', 'Open navigation'],
  closeNavigation: ['关闭导航', 'Close navigation'],
  navigation: ['导航', 'Navigation'],
  actAs: ['操作身份', 'Acting as'],
  visitor: ['访客(未登录)', 'Visitor (not signed in)'],
  language: ['English', '中文'],
  languageLabel: ['Switch to English', '切换为中文'],

  sheets: ['表格', 'Sheets'],
  forms: ['表单', 'Forms'],
  mail: ['邮箱', 'Mail'],
  pages: ['网页', 'Pages'],
  triggers: ['触发器', 'Triggers'],
  executions: ['运行记录', 'Executions'],
  about: ['关于', 'About'],

  clock: ['时钟', 'Clock'],
  run: ['让时间流动', 'Let time run'],
  pause: ['让时间停住', 'Stop time'],
  running: ['流动中', 'running'],
  paused: ['已停住', 'stopped'],
  plusQuarter: ['+15 分', '+15 min'],
  plusHour: ['+1 小时', '+1 h'],
  plusDay: ['+1 天', '+1 day'],
  moreClock: ['更多', 'More'],
  nextTrigger: ['下一个触发器', 'Next trigger'],
  noTrigger: ['没有等待的触发器', 'No trigger is waiting'],
  jumpThere: ['跳到那时', 'Jump there'],
  jumpTo: ['跳到', 'Jump to'],
  jump: ['跳转', 'Jump'],
  advancing: ['正在推进时间,途中的触发器依次运行…', 'Moving time on; triggers on the way run in turn…'],
  timeBackwards: ['时间只能向前走。', 'Time only moves forward.'],

  loading: ['正在读取…', 'Loading…'],
  tryAgain: ['重试', 'Try again'],
  failed: ['没有成功', 'That did not work'],
  close: ['关闭', 'Close'],
  back: ['返回', 'Back'],
  ok: ['确定', 'OK'],
  connectionLost: ['与工作区的连接已断开,正在重连…', 'Lost the workspace; trying to reconnect…'],

  noSheets: ['这个人没有可以打开的表格。换一个身份,或等设置完成。', 'This person can open no spreadsheet. Act as somebody else, or wait until set-up has finished.'],
  visitorNoSheets: ['访客没有账号,不能打开表格。请先在上方选择一个人。', 'A visitor has no account and opens no spreadsheet. Choose a person above.'],
  chooseSheet: ['从左侧选择一个表格。', 'Choose a spreadsheet from the list.'],
  viewerOnly: ['只能查看', 'View only'],
  formulaBar: ['单元格内容', 'Cell content'],
  nameBox: ['当前单元格', 'Current cell'],
  tabs: ['工作表', 'Tabs'],
  menus: ['菜单', 'Menus'],
  noMenus: ['此表格没有脚本菜单', 'This spreadsheet has no script menus'],
  opening: ['正在打开…', 'Opening…'],
  menuRunning: ['正在运行:', 'Running: '],
  editRefused: ['修改未被接受', 'The edit was refused'],
  lockedCell: ['受保护', 'Protected'],
  editReverted: ['修改已被撤回', 'The edit was put back'],
  sidebar: ['侧边栏', 'Sidebar'],
  rows: ['行', 'rows'],
  emptyTab: ['此工作表没有单元格。', 'This tab has no cells.'],

  noForms: ['还没有表单。', 'There are no forms yet.'],
  openInTab: ['在新标签页打开', 'Open in a new tab'],
  phone: ['手机', 'Phone'],
  desktop: ['电脑', 'Desktop'],
  previewSize: ['预览尺寸', 'Preview size'],
  reload: ['重新载入', 'Reload'],
  fillingAs: ['填写身份', 'Filling in as'],
  formClosed: ['已停止收集', 'closed'],
  previewAs: ['打开身份', 'Opened as'],

  mailboxOf: ['邮箱', 'Mailbox'],
  allMail: ['所有人的邮件', 'Everybody’s mail'],
  noMail: ['没有邮件。时间往前走,或者提交一个表单,通知就会到这里。', 'No mail. Let time pass or send a form, and notices arrive here.'],
  chooseMail: ['选择一封邮件来阅读。', 'Choose a mail to read.'],
  from: ['发件人', 'From'],
  to: ['收件人', 'To'],
  cc: ['抄送', 'Cc'],
  bcc: ['密送', 'Bcc'],
  attachments: ['附件', 'Attachments'],
  plainText: ['纯文本', 'Plain text'],
  formatted: ['带格式', 'Formatted'],
  outsideLink: ['此链接指向工作区之外,没有打开:', 'This link leaves the workspace and was not opened: '],

  noPages: ['没有可打开的网页。', 'There are no pages to open.'],
  noTriggers: ['没有触发器。', 'There are no triggers.'],
  noExecutions: ['还没有运行过任何函数。', 'Nothing has run yet.'],
  functionName: ['函数', 'Function'],
  project: ['项目', 'Project'],
  event: ['事件', 'Event'],
  schedule: ['时间安排', 'Schedule'],
  source: ['来源', 'Source'],
  owner: ['所有者', 'Owner'],
  nextAt: ['下次', 'Next'],
  status: ['状态', 'Status'],
  startedAt: ['开始', 'Started'],
  kind: ['起因', 'Cause'],
  runsAs: ['以谁的权限', 'Runs as'],
  activeUser: ['操作者', 'At the keyboard'],
  calls: ['调用', 'Calls'],
  requests: ['请求', 'Requests'],
  cellsRead: ['读单元格', 'Cells read'],
  cellsWritten: ['写单元格', 'Cells written'],
  bytes: ['字节', 'Bytes'],
  processor: ['处理器毫秒', 'Processor ms'],
  error: ['错误', 'Error'],
  log: ['日志', 'Log'],
  noLog: ['没有日志。', 'No log.'],
  serviceCalls: ['服务调用', 'Service calls'],
  call: ['调用', 'Call'],
  allStatuses: ['全部状态', 'All'],
  onlyFailed: ['只看未完成的', 'Only unfinished ones'],
  completed: ['完成', 'completed'],
  'status-failed': ['失败', 'failed'],
  killed: ['被中断', 'killed'],
  'timed-out': ['超时', 'timed out'],
  nobody: ['无', 'nobody'],

  'kind-editor': ['编辑器中运行', 'Run in the editor'],
  'kind-simple-trigger': ['简单触发器', 'Simple trigger'],
  'kind-form-submit': ['提交表单', 'Form sent'],
  'kind-edit': ['修改单元格', 'Cell edited'],
  'kind-open': ['打开表格', 'Spreadsheet opened'],
  'kind-clock': ['到时间', 'Clock'],
  'kind-menu': ['菜单', 'Menu'],
  'kind-web-app': ['网页请求', 'Web request'],
  'kind-client': ['网页或侧边栏调用', 'Called by a page or sidebar'],

  aboutStandIn: [
    '这里是一个运行在本机的替身:它有 Apps Script 的服务、Google 表格、表单、邮箱和触发器的行为,但不是 Google,也不连接 Google。',
    'This is a stand-in that runs on this computer: it behaves as Apps Script’s services, Google Sheets, Forms, mail and triggers do, but it is not Google and does not connect to Google.',
  ],
  aboutData: ['数据只保存在这个文件夹里:', 'Data stays in this folder only: '],
  aboutMemory: ['数据只在内存中,关闭后消失。', 'Data is in memory only and goes when the workspace closes.'],
  aboutMail: ['邮件不会真的发出;收件人的邮箱就在“邮箱”里。', 'No mail really leaves; every recipient’s mailbox is under “Mail”.'],
  aboutClock: ['时间是虚拟的:可以停住、流动或跳到将来。到期的触发器按顺序运行。', 'Time is virtual: it can stand still, run, or jump ahead. Triggers that fall due run in order.'],
  aboutPeople: ['没有密码:在上方选择一个人,就以他的身份操作。', 'There are no passwords: choose a person above and act as them.'],
  aboutNetwork: ['脚本做的网页不能访问网络,也碰不到这个页面。', 'Pages made by scripts cannot reach the network, nor this page.'],
  aboutRest: ['Sheets REST 接口在 /v4/ 下;持有者令牌写账号的邮箱地址。', 'The Sheets REST surface is under /v4/; the bearer token is an account’s address.'],
  aboutLicenses: ['本页面使用 RevoGrid(MIT)和 Noto Sans SC 字体(OFL 1.1)。', 'This page uses RevoGrid (MIT) and the Noto Sans SC typeface (OFL 1.1).'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type WordKey = keyof typeof table;

export function word(key: WordKey, language: Language): string {
  return table[key][language === 'zh' ? 0 : 1];
}

const LANGUAGE_KEY = 'page-language';

/** The language chosen last time, else what the server was started with. */
export function rememberedLanguage(): Language {
  const stored = localStorage.getItem(LANGUAGE_KEY);
  if (stored === 'zh' || stored === 'en') return stored;
  return document.documentElement.dataset['language'] === 'en' ? 'en' : 'zh';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
