import { act, actByLink, staffByAddress } from '../app/act';
import { deskFor } from '../app/desk';
import { readLink } from '../app/links';
import { labelPage } from '../app/desk/label-page';
import { pageFor } from '../app/page';
import { identify } from '../google/identity';
import { answerJson, labelOf, postedObject, showPage, tokenOf } from '../google/pages';
import { knownLanguage, outdated } from '../google/memory';
import { googlePorts } from '../google/ports';
import { measureCosts } from '../google/probe';
import { ownerAddress } from '../google/who';
import { isRefusal, words, type Refusal } from '../terms';
import { jsonForHtml } from '../ui/json-for-html';
import type { ActionResult, DeskData, MessagePage, PageData, PageStart } from '../ui/protocol';
import { refusalView } from '../ui/view';

const titles: Readonly<Record<PageData['page'], string>> = { desk: '工作台 Desk', approval: '审批 Approval', acceptance: '验收 Acceptance', ticket: '服务进度 Service status', message: '售后台账 Aftersales Ledger' };

/** Before set-up has brought the workbooks up to this version, nothing is shown or done. */
const refusedYet = (): PageData | null => {
  const old = outdated();
  return old === null ? null : refusalView(old, knownLanguage());
};

/** A page by its link. Opening it changes nothing: mail scanners open links too. */
export const doGet = (event: unknown) => {
  const token = tokenOf(event);
  const label = labelOf(event);
  const data = refusedYet() ?? (label === '' ? pageFor(googlePorts(), token) : labelPage(googlePorts(), label));
  const start: PageStart = { token, data };
  return showPage({ file: data.page, title: titles[data.page], data: jsonForHtml(start) });
};

/** What goes to a browser is plain data: texts of the bundle are read out of their catalogue on the way. */
const plain = <Answer>(answer: Answer): Answer => JSON.parse(JSON.stringify(answer)) as Answer;

/** A page asks for its data again. */
export const pageData = (token: unknown): PageData => plain(refusedYet() ?? pageFor(googlePorts(), token));

/** A page's button was pressed. */
export const pageAction = (token: unknown, command: unknown, objectId: unknown, input: unknown): ActionResult => {
  const ports = googlePorts();
  const claims = outdated() ?? readLink(ports, token, ports.now());
  return plain(isRefusal(claims) ? { ok: false, message: claims.words } : actByLink(ports, claims, { command, objectId, input }));
};

type ShellAnswer = DeskData | MessagePage | ActionResult | string;

const notOwner = words('测量仅限系统所有者。', 'Only the owner may measure.');

const answerShell = (body: Readonly<Record<string, unknown>>): ShellAnswer => {
  const ports = googlePorts();
  const refused = (refusal: Refusal): ShellAnswer => (body['call'] === 'action' ? { ok: false, message: refusal.words } : refusalView(refusal, knownLanguage()));
  const email = outdated() ?? identify(body['identityToken']);
  if (isRefusal(email)) return refused(email);
  if (body['call'] === 'costs') return email === ownerAddress() ? measureCosts() : `${notOwner.zh} ${notOwner.en}`;
  if (body['call'] === 'action') return act(ports, { command: body['command'], objectId: body['objectId'], input: body['input'] }, staffByAddress(email));
  const desk = deskFor(ports, staffByAddress(email));
  return isRefusal(desk) ? refused(desk) : desk;
};

/** The shell passes on what a person clicked in the sidebar, with that person's identity token. */
export const doPost = (event: unknown) => answerJson(answerShell(postedObject(event)));
