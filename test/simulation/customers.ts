import { fillFields } from './field-values';
import { fillForm } from './form-answers';
import { forgedToken, hostileText } from './hostile';
import { leaksToCustomer } from './privacy';
import type { Random } from './random';
import { writerOf } from './staff-visit';
import type { World } from './world';

/** Demo customers who may report, and some whom nobody knows. */
const names = ['上海东岸精密机械有限公司', '上海虹云数据中心', '杭州临江医院', '苏州恒泰精密有限公司', '昆山明路电子有限公司', '宁波港北物流园', '珠海斗门酒店', '李素芬', '新来的工厂', '某某设备租赁'];
const cities = ['上海', '上海', '杭州', '苏州', '昆山', '宁波', '珠海', '上海', '南京', '珠海'];

/** The impact answers of each class, with how common it is. */
const classes: readonly { readonly weight: number; readonly answers: Readonly<Record<string, string>> }[] = [
  { weight: 1, answers: { 是否有人受伤: '是', 是否大范围: '否', 是否局部: '否', 投运日期: '否' } },
  { weight: 1, answers: { 是否有人受伤: '否', 是否大范围: '是', 是否局部: '是', 投运日期: '不确定' } },
  { weight: 3, answers: { 是否有人受伤: '否', 是否大范围: '否', 是否局部: '是', 若局部: '否', 投运日期: '否' } },
  { weight: 6, answers: { 是否有人受伤: '否', 是否大范围: '否', 是否局部: '否', 投运日期: '否' } },
  { weight: 2, answers: { 是否有人受伤: '不确定', 是否大范围: '不确定', 是否局部: '不确定', 投运日期: '不确定' } },
];

/** Somebody outside fills in the request form; impatient ones press twice or report the same again. */
export const requestService = async (world: World, random: Random): Promise<void> => {
  const place = world.company.answer.forms['intake'];
  const form = place === undefined ? null : world.company.workspace.form(place.id);
  if (form === null) throw new Error('No request form');
  const writer = writerOf(world, random);
  const who = random.integer(0, names.length - 1);
  const severity = random.weighted(classes, ({ weight }) => weight)?.answers ?? {};
  const fault = world.has('hostile') && random.chance(0.3) ? hostileText(random).slice(0, 500) : '进线柜跳闸，现场停电';
  const given = {
    客户名称: names[who] ?? '', 联系人: '王工', 联系电话: `1390000${2001 + who}`, 邮箱: `contact${who + 1}@customers.example`, 设备所在城市: cities[who] ?? '', 设备地址: '工业园区星湖街 1 号',
    项目名称: '二期厂房', 型号规格: 'MNS-0.4', 产品编号: `MNS250500${random.integer(11, 19)}`, 服务类型: random.pick(['维修', '技术咨询', '安装']), 故障现象: `${fault} ${writer.mark}`, ...severity,
  };
  const answers = fillForm(form, {}, writer, given);
  const send = async (): Promise<void> => {
    const sent = await world.company.workspace.submitForm(form.id, answers, null);
    if (sent.ok) world.sentForm('intake', writer.mark, answers);
    world.note(`A customer asks for service ${writer.mark}: ${sent.ok ? 'sent' : JSON.stringify(sent.errors)}`, 'intake', sent.ok ? 'done' : 'refused');
  };
  await send();
  if (random.chance(0.1)) await (world.has('races') && random.chance(0.5) ? world.racing(() => Promise.all([send(), send()])) : send());
};

const linksIn = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*[?&](?:amp;)?t=[^"]*)"/g)].map((match) => (match[1] ?? '').replace(/&amp;/g, '&'));

/** A customer opens the newest mails and signs where a signature is wanted, answers a survey, or only looks. */
export const readMails = async (world: World, random: Random): Promise<void> => {
  const mails = world.company.workspace.mail().filter((mail) => mail.to.some((address) => address.endsWith('customers.example'))).slice(0, 30);
  if (mails.length === 0) return;
  const [url] = linksIn(random.pick(mails).html);
  if (url === undefined) return;
  const page = await world.workplaces.look(url);
  if (page !== null) for (const leak of leaksToCustomer(page)) world.complain(leak);
  if (page === null || page.page !== 'acceptance' || page.outcome !== null) return;
  const input = { ...fillFields(page.inputs, writerOf(world, random)), phoneLast4: String(random.integer(2001, 2008)), ...(random.chance(0.8) ? { result: 'ACCEPTED' } : {}) };
  const command = page.asks?.command === 'survey.answer' ? 'survey.answer' : 'acceptance.sign';
  const result = await world.workplaces.act(url, command, page.objectId, input);
  world.note(`A customer signs or answers ${page.objectId}: ${result.kind} ${result.message}`, command, result.kind);
};

/** A member of staff decides from a link in a mail; links may be old, or decided by somebody else meanwhile. */
export const decideByMail = async (world: World, email: string, random: Random): Promise<void> => {
  const urls = world.company.workspace.mail(email).slice(0, 20).flatMap((mail) => linksIn(mail.html)).filter((url) => url.includes('v=approval'));
  if (urls.length === 0) return;
  const url = random.pick(urls);
  const page = await world.workplaces.look(url);
  if (page === null || page.page !== 'approval') return;
  const decision = random.chance(0.85) ? 'APPROVED' : random.pick(['REJECTED', 'RETURNED']);
  const result = await world.workplaces.act(url, 'approval.decide', page.objectId, { decision, comment: decision === 'APPROVED' ? '' : '请补充说明' });
  world.note(`${email} decides ${page.objectId} by mail: ${result.kind} ${result.message}`, 'approval.decide (mail)', result.kind);
};

/** Somebody tries doors: forged links, functions called by name, events made up. None of it may change anything. */
export const tryDoors = async (world: World, random: Random): Promise<void> => {
  const token = forgedToken(random);
  const page = await world.company.workspace.get('core', { v: 'desk', t: token }, null).catch(() => null);
  const session = page?.clientSession;
  if (session === undefined) return;
  const calls: readonly (readonly [string, readonly unknown[]])[] = [
    ['pageData', [token]], ['pageAction', [token, 'ticket.close', 'TK-20260303-001', {}]], ['sweep', []], ['sweep', [{ triggerUid: '1' }]], ['formSubmitted', [{ response: {}, source: {} }]], ['setUp', [{ company: 'own' }]], ['cellEdited', [{ range: {} }]],
  ];
  const [name, args] = random.pick(calls);
  await world.company.workspace.callFromPage(session, name, args).catch(() => undefined);
  world.note(`A stranger calls ${name}`, 'stranger', 'done');
};
