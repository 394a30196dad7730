import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Company, owner } from './company';
import { impact, request, ticket } from './story';

/** The built bundle and beside it what an owner does by hand on the script's own page: set properties. */
const bundleWithProperties = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'aftersales-bundle-'));
  cpSync(resolve(__dirname, '../../dist'), folder, { recursive: true });
  writeFileSync(join(folder, 'core', 'properties.js'), 'function setProperty(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }');
  return folder;
};

interface Post {
  readonly host: string;
  readonly url: URL;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const textIn = (body: Readonly<Record<string, unknown>>): string => {
  const { text, content } = body as { readonly text?: { readonly content: string }; readonly content?: { readonly text: string } };
  return text?.content ?? content?.text ?? '';
};

describe('4.5, 13: alarms on a night on which everything is short', () => {
  let company: Company;
  let bundle: string;
  const posts: Post[] = [];
  let broken = '';
  const postsTo = (host: string): readonly Post[] => posts.filter((post) => post.host === host);
  const sweep = () => company.workspace.run('core', 'sweep', [], owner);

  beforeAll(async () => {
    bundle = bundleWithProperties();
    company = await Company.open({ startAt: '2026-03-03T18:00:00+08:00', bundle, limits: { recipientsPerDay: 60 } });
    const chats = { 'chat.1': 'wecom https://wecom.example/send?key=1', 'chat.2': 'dingtalk https://ding.example/send?access_token=1 SEC1', 'chat.3': 'feishu https://feishu.example/hook/1 s' };
    for (const [key, value] of Object.entries(chats)) await company.workspace.run('core', 'setProperty', [key, value], owner);
    company.workspace.setOutsideServer(({ url, body }) => {
      const address = new URL(url);
      if (address.hostname === broken) return { status: 500, mimeType: 'text/plain', body: 'down' };
      const sent = JSON.parse(body) as Readonly<Record<string, unknown>>;
      posts.push({ host: address.hostname, url: address, text: textIn(sent), body: sent });
      return { status: 200, mimeType: 'application/json', body: address.hostname === 'feishu.example' ? '{"code":0}' : '{"errcode":0}' };
    });
    await company.at('2026-03-03 21:10');
    broken = 'feishu.example';
    await company.sendForm('intake', request({ ...impact({ wide: '是' }), 故障现象: '进线柜烧毁，值班电话 13900002001' }));
  });
  afterAll(async () => {
    await company.close();
    rmSync(bundle, { recursive: true });
  });

  test('N-03 is in the chats inside the request, once each, in each chat\'s own form, with no phone number', () => {
    for (const host of ['wecom.example', 'ding.example']) {
      const alarm = postsTo(host).filter(({ text }) => text.startsWith('【售后】【特急】'));
      expect(alarm).toHaveLength(1);
      expect(alarm[0]?.text).toContain(ticket);
    }
    expect(posts.map(({ text }) => text).join('\n')).not.toContain('13900002001');
    const { searchParams } = postsTo('ding.example')[0]?.url ?? new URL('https://none.example');
    const signed = `${Date.parse('2026-03-03T21:10:00+08:00')}\nSEC1`;
    expect([searchParams.get('timestamp'), searchParams.get('sign')]).toEqual([signed.split('\n')[0], createHmac('sha256', 'SEC1').update(signed).digest('base64')]);
  });

  test('a chat that is down holds up nothing, stays on record and hears of it later', async () => {
    expect(company.workspace.mail(company.person('GM').email).filter(({ subject }) => subject.includes('特急'))).toHaveLength(1);
    await company.at('2026-03-03 21:16');
    const waiting = (await company.rows('outbox')).filter((notice) => notice['to_address'] === 'chat.3');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((notice) => String(notice['last_error']).startsWith('Error: 500 down'))).toBe(true);
    broken = '';
    await company.at('2026-03-03 21:31');
    expect(postsTo('feishu.example').filter(({ text }) => text.startsWith('【售后】【特急】'))).toHaveLength(1);
    expect(postsTo('feishu.example')[0]?.body['sign']).toMatch(/^[\w+/]{43}=$/);
  });

  test('S-01 to S-04: after twelve hours without a sweep, and then two at once, each level is told once, one message a person', async () => {
    const mailsBefore = company.workspace.mail().length;
    company.workspace.setFaultHook(({ functionName }) => (functionName === 'sweep' ? { kind: 'kill' } : { kind: 'pass' }));
    await company.at('2026-03-04 09:31');
    expect(company.workspace.mail()).toHaveLength(mailsBefore);
    company.workspace.setFaultHook(null);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    const told = company.workspace.mail().slice(0, -mailsBefore).filter(({ subject }) => /时限/.test(subject)).map(({ to }) => to.join());
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told).size).toBe(told.length);
    const keys = [...await company.rows('sentNotices'), ...await company.rows('outbox')].map((notice) => String(notice['key']));
    expect(new Set(keys).size).toBe(keys.length);
    const levels = Object.fromEntries((await company.rows('slaClocks')).map((clock) => [String(clock['rule_id']), Number(clock['last_level_fired'])]));
    expect(levels).toMatchObject({ 'S-01': 4, 'S-02': 3 });
  });

  test('13: a manager finds by the ticket who was told, by which rule, and whether it left', async () => {
    const { ok, message } = await company.inSidebar(company.person('TSM').email, 'ticket.notices', ticket);
    const lines = message.zh.split('\n');
    expect([ok, lines.length > 10]).toEqual([true, true]);
    for (const wanted of [/N-03.* → chat\.3（群聊）.* · 已发/, /N-03.* → \S+（邮件）【?特急.* · 已发/, /N-44.*S-03.* · /]) expect(lines.filter((line) => wanted.test(line)).length).toBeGreaterThan(0);
    expect(message.zh).not.toMatch(/@|13900/);
  });

  test('notify.p1_reserve: when the day\'s mail runs short, alarms go on, the rest waits on record, and the administrator is told once', async () => {
    const held = async () => (await company.rows('outbox')).filter((notice) => notice['status'] === '静默');
    const mailsTo = (role: string, words: string): number => company.workspace.mail(company.person(role).email).filter(({ subject }) => subject.includes(words)).length;
    const alarms = mailsTo('GM', '超时');
    for (let customer = 10; customer < 24; customer += 1) {
      await company.at(`2026-03-04 ${customer < 17 ? '10' : '11'}:${String((customer % 7) * 8).padStart(2, '0')}`);
      await company.sendForm('intake', request({ 邮箱: `customer${customer}@customer.example`, 联系电话: `139000020${customer}`, ...impact({}) }));
    }
    await company.at('2026-03-04 12:31');
    const waiting = await held();
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((notice) => notice['priority'] !== 'P1' && notice['last_error'] === 'mail quota')).toBe(true);
    expect(mailsTo('TSM', '邮件额度不足')).toBe(1);
    expect(mailsTo('GM', '超时')).toBeGreaterThan(alarms);
    // The platform's day begins anew at 16:00 in Shanghai.
    await company.at('2026-03-04 17:31');
    expect(await held()).toEqual([]);
    const sent = await company.rows('sentNotices');
    for (const notice of waiting) expect(sent.some((row) => row['notice_id'] === notice['notice_id'])).toBe(true);
  });
});
