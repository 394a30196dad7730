/** A workspace with a few fixed things in it, for tests of the server and the page alone. */
import type { CellView, EditOutcome, ExecutionRecord, FormAnswers, FormView, GridView, Mail, MailMarks, ProjectView, SpreadsheetSummary, TriggerRecord, User, VirtualTime, Workspace } from '../../../host/contract';

export const OWNER = 'owner@example.com';
export const ENGINEER = 'li.wei@example.com';
const CUSTOMER = 'customer@example.org';
/** Received more than a list shows at once. */
export const ARCHIVE = 'archive@example.org';
export const START = Date.parse('2026-03-02T08:00:00+08:00');
const MINUTE = 60_000;
const HIDDEN_KEYS = ['ticket', 'severity', 'customer', 'opened', 'owner', 'remarks'];
const LABELS = ['工单号', '严重程度', '客户', '登记时间', '负责人', '备注'];
const SEVERITIES = ['A 停机', 'B 降级', 'C 一般'];

const guestPage = (session: string) => `<!doctype html><html><head><meta charset="utf-8"></head><body><h3>待办 To do</h3><button id="ask">Ask</button><p id="answer"></p><script>
document.getElementById('ask').addEventListener('click', function () { parent.postMessage({ type: 'script-run', id: 1, clientSession: '${session}', functionName: 'greet', args: ['李'] }, '*'); });
window.addEventListener('message', function (event) { if (event.data.type === 'script-run-result') document.getElementById('answer').textContent = event.data.ok ? event.data.value : event.data.error; });
</script></body></html>`;

export class StandInWorkspace implements Workspace {
  readonly directory = null;
  baseUrl = 'http://workspace.invalid';
  running = false;
  readonly edits: { readonly row: number; readonly column: number; readonly values: readonly (readonly string[])[]; readonly as: string }[] = [];
  readonly submissions: { readonly formId: string; readonly answers: FormAnswers; readonly as: string | null }[] = [];
  readonly webRequests: { readonly method: string; readonly parameters: Readonly<Record<string, string>>; readonly as: string | null }[] = [];
  readonly restRequests: { readonly method: string; readonly path: string; readonly as: string }[] = [];
  private time = START;
  private readonly people: User[] = [
    { email: OWNER, name: '王芳' },
    { email: ENGINEER, name: '李伟' },
  ];
  private readonly cells = new Map<string, CellView>();
  /** Rows of the only tab; large to show that scrolling stays light. */
  constructor(private readonly rowCount = 100_000) {}

  addUser(user: User): void {
    this.people.push(user);
  }
  users(): readonly User[] {
    return this.people;
  }
  async loadProject(): Promise<void> {}
  projects(): readonly ProjectView[] {
    return [];
  }
  removeProject(): void {}
  async functions(): Promise<readonly string[]> {
    return ['greet'];
  }
  async run(): Promise<never> {
    throw new Error('The stand-in runs nothing.');
  }
  webAppUrl(project: string): string {
    return `${this.baseUrl}/macros/s/${project}/exec`;
  }
  async get(project: string, parameters: Readonly<Record<string, string>>, as: string | null) {
    this.webRequests.push({ method: 'GET', parameters, as });
    if (parameters['format'] === 'json') return { status: 200, mimeType: 'application/json', body: '{"project":"' + project + '"}' };
    return { status: 200, mimeType: 'text/html', body: guestPage('session-page'), clientSession: 'session-page', title: '进度查询' };
  }
  async post(_project: string, parameters: Readonly<Record<string, string>>, body: { readonly type: string; readonly contents: string }, as: string | null) {
    this.webRequests.push({ method: 'POST', parameters, as });
    return { status: 200, mimeType: 'text/plain', body: `${body.type} ${body.contents}` };
  }
  async callFromPage(_session: string, functionName: string, args: readonly unknown[]): Promise<unknown> {
    if (functionName !== 'greet') throw new Error(`Script function not found: ${functionName}`);
    return `你好,${String(args[0])}`;
  }
  forms(): readonly FormView[] {
    return [REPORT_FORM];
  }
  form(formId: string): FormView | null {
    return formId === REPORT_FORM.id ? REPORT_FORM : null;
  }
  async submitForm(formId: string, answers: FormAnswers, as: string | null) {
    if (answers['12'] === '12') return { ok: false as const, errors: { 12: '请输入 11 位手机号。Enter an 11-digit mobile number.' } };
    this.submissions.push({ formId, answers, as });
    return { ok: true as const };
  }
  spreadsheets(as: string): readonly SpreadsheetSummary[] {
    const tab = { hidden: false, rows: this.rowCount, columns: 12, frozenRows: 2, frozenColumns: 1, tabColor: '#14695a' };
    return [
      {
        id: 'service',
        name: '售后服务台账',
        access: as === OWNER ? 'owner' : 'editor',
        tabs: [
          { ...tab, sheetId: 0, title: '工单' },
          { ...tab, sheetId: 1, title: '派工', rows: 50, tabColor: null },
          { ...tab, sheetId: 2, title: '系统', hidden: true },
        ],
      },
    ];
  }
  async openSpreadsheet() {
    return [{ caption: '售后台账', items: [{ caption: '打开侧边栏', functionName: 'showSidebar' }, { caption: '检查', functionName: 'check' }] }];
  }
  async clickMenu(_id: string, functionName: string) {
    return functionName === 'showSidebar' ? { sidebar: { title: '售后台账', body: guestPage('session-sidebar'), clientSession: 'session-sidebar' } } : { alert: '一切正常。All is well.' };
  }
  grid(_id: string, _sheetId: number, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }): GridView {
    const rows = Array.from({ length: area.rows }, (_, down) => Array.from({ length: area.columns }, (_unused, across) => this.cell(area.row + down, area.column + across)));
    return { row: area.row, column: area.column, cells: rows, hiddenRows: [0], hiddenColumns: [7], columnWidths: { 0: 130, 2: 180, 5: 220 }, rowHeights: {}, merges: [] };
  }
  async editCells(_id: string, _sheetId: number, row: number, column: number, values: readonly (readonly string[])[], as: string): Promise<EditOutcome> {
    this.edits.push({ row, column, values, as });
    if (column === 0) return { accepted: false, message: '您正在尝试修改受保护的单元格或对象。 You are trying to edit a protected cell or object.' };
    for (const [down, line] of values.entries()) {
      for (const [across, value] of line.entries()) {
        const before = this.cell(row + down, column + across);
        const refused = value === '不行';
        this.cells.set(`${row + down}:${column + across}`, { ...before, text: refused ? before.text : value, input: refused ? before.input : value, ...(refused && { note: '未被接受:R-014。Refused.' }) });
      }
    }
    return { accepted: true };
  }
  sheetObjects() {
    return { charts: [], filterViews: [] };
  }
  filterViewRows() {
    return null;
  }
  async changeStructure() {
    return { accepted: true as const, step: 'step-1' };
  }
  async repeatStructure(_id: string, step: string) {
    return { accepted: true as const, step };
  }
  download(): null {
    return null;
  }
  mail(address?: string, limit = Infinity): readonly Mail[] {
    return MAIL.map((mail) => ({ ...mail, html: mail.html.replaceAll('BASE', this.baseUrl) })).filter((mail) => address === undefined || mail.to.includes(address)).slice(0, limit);
  }
  mailWithId(id: string): Mail | null {
    return this.mail().find((mail) => mail.id === id) ?? null;
  }
  mailboxes(): ReadonlyMap<string, number> {
    return new Map([OWNER, ENGINEER, CUSTOMER, ARCHIVE].map((address) => [address, this.mail(address).length]));
  }
  mailMarks(address: string): Readonly<Record<string, MailMarks>> {
    const plain: MailMarks = { unread: false, starred: false, place: 'inbox', labels: [] };
    return Object.fromEntries(this.mail(address).map(({ id }) => [id, this.opened.has(id) ? plain : { ...plain, unread: true, starred: true, labels: ['客户'] }]));
  }
  readonly opened = new Set<string>();
  openMail(id: string): boolean {
    return this.opened.size < this.opened.add(id).size;
  }
  triggers(): readonly TriggerRecord[] {
    return [{ id: 't1', project: 'core', functionName: 'sweepDeadlines', eventType: 'CLOCK', sourceId: null, owner: OWNER, schedule: 'every 5 minutes', nextAt: this.time + 5 * MINUTE }];
  }
  executions(limit = 100): readonly ExecutionRecord[] {
    return EXECUTIONS.slice(0, limit);
  }
  now(): VirtualTime {
    return this.time;
  }
  async advanceTo(time: VirtualTime): Promise<void> {
    this.time = time;
  }
  setRunning(running: boolean): void {
    this.running = running;
  }
  setFaultHook(): void {}
  setTriggerHook(): void {}
  async rest(method: string, path: string, _query: URLSearchParams, _body: unknown, as: string) {
    this.restRequests.push({ method, path, as });
    return { status: 200, body: { path } };
  }
  async close(): Promise<void> {}

  private cell(row: number, column: number): CellView {
    const changed = this.cells.get(`${row}:${column}`);
    if (changed) return changed;
    if (row === 0) return plain(HIDDEN_KEYS[column] ?? '', { locked: true });
    if (row === 1) return plain(LABELS[column] ?? '', { bold: true, background: '#e3f1ee', locked: true });
    if (row > 40_000 && column > 0) return plain('');
    if (column === 0) return plain(`SV-2026-${String(row - 1).padStart(6, '0')}`, { locked: true });
    if (column === 1) return plain(SEVERITIES[row % 3] ?? '', { choices: SEVERITIES });
    if (column === 2) return plain(['苏州恒泰精密', '宁波海川机械', '无锡中科仪器'][row % 3] ?? '', row === 4 ? { note: '客户等级:重点' } : {});
    if (column === 3) return plain('2026-03-02 08:05', { align: 'right', locked: true });
    if (column === 4) return plain('李伟');
    return plain('');
  }
}

function plain(text: string, look: Partial<CellView> = {}): CellView {
  return { text, input: text, ...look };
}

const item = { helpText: '', required: false, choices: [], rows: [], columns: [] } as const;
export const REPORT_FORM: FormView = {
  id: 'report',
  title: '设备报修 Equipment report',
  description: '请填写设备故障,我们会尽快联系您。\nTell us what is wrong and we will call you soon.',
  confirmation: '已收到,编号将发送到您的邮箱。Received.',
  accepting: true,
  publishedUrl: '/forms/d/e/report/viewform',
  items: [
    { ...item, id: 11, title: '客户名称 Customer', type: 'TEXT', required: true },
    { ...item, id: 12, title: '联系电话 Phone', type: 'TEXT', helpText: '手机号码 Mobile number' },
    { ...item, id: 13, title: '故障现象 Symptom', type: 'PARAGRAPH_TEXT' },
    { ...item, id: 14, title: '严重程度 Severity', type: 'MULTIPLE_CHOICE', required: true, choices: SEVERITIES },
    { ...item, id: 15, title: '希望的时段 Times', type: 'CHECKBOX', choices: ['上午 Morning', '下午 Afternoon'] },
    { ...item, id: 20, title: '更多信息 More', type: 'PAGE_BREAK', helpText: '可以不填。Optional.' },
    { ...item, id: 21, title: '上门日期 Visit date', type: 'DATE' },
    { ...item, id: 22, title: '发现时间 Seen at', type: 'DATETIME' },
    { ...item, id: 23, title: '产品线 Product line', type: 'LIST', choices: ['数控 CNC', '激光 Laser'] },
    { ...item, id: 24, title: '满意度 Rating', type: 'SCALE', choices: ['1', '2', '3', '4', '5'] },
    { ...item, id: 25, title: '评价 Opinion', type: 'GRID', rows: ['速度 Speed', '态度 Manner'], columns: ['好 Good', '一般 Fair'] },
  ],
};

const MAIL: readonly Mail[] = [
  {
    id: 'm2',
    from: OWNER,
    to: [ENGINEER],
    cc: [],
    bcc: [],
    subject: '[派工] SV-2026-000123 请于 09:30 前响应',
    text: '请于 09:30 前响应。',
    html: '<h2>SV-2026-000123</h2><p>请于 <b>09:30</b> 前响应。</p><p><a href="BASE/macros/s/core/exec?page=ticket">打开 Open</a></p><img src="cid:mark" alt="mark"><script>document.title="ran"</script>',
    headers: {},
    attachments: [
      { name: 'mark.png', mimeType: 'image/png', contentId: 'mark', base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' },
      { name: '派工单.csv', mimeType: 'text/csv', base64: 'YSxiCg==' },
    ],
    sentAt: START - MINUTE,
  },
  { id: 'm1', from: OWNER, to: [CUSTOMER], cc: [], bcc: [], subject: '已受理您的报修 We have your report', text: '编号 SV-2026-000123', html: '', headers: {}, attachments: [], sentAt: START - 2 * MINUTE },
  ...Array.from({ length: 205 }, (_, index): Mail => ({ id: `a${index}`, from: OWNER, to: [ARCHIVE], cc: [], bcc: [], subject: `存档 ${index + 1}`, text: '', html: '', headers: {}, attachments: [], sentAt: START - (3 + index) * MINUTE })),
];

const call = { cellsRead: 0, cellsWritten: 0, requests: 1, bytes: 120, at: START } as const;
const EXECUTIONS: readonly ExecutionRecord[] = [
  {
    id: 'e2',
    project: 'core',
    functionName: 'sweepDeadlines',
    kind: 'clock',
    runsAs: OWNER,
    activeUser: null,
    startedAt: START,
    endedAt: START + 900,
    status: 'failed',
    error: 'Exception: Service invoked too many times for one day: email.',
    stack: 'Exception: Service invoked too many times for one day: email.\n    at sweepDeadlines (Code:1:1)',
    log: ['sweep started'],
    calls: [
      { ...call, index: 1, name: 'LockService.getScriptLock' },
      { ...call, index: 2, name: 'Sheets.Spreadsheets.Values.batchGet', cellsRead: 4200 },
    ],
    cpuMilliseconds: 12.4,
  },
  { id: 'e1', project: 'core', functionName: 'onReportSubmitted', kind: 'form-submit', runsAs: OWNER, activeUser: null, startedAt: START - MINUTE, endedAt: START, status: 'completed', log: [], calls: [], cpuMilliseconds: 8 },
];
