import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { composeMail, isMailAddress, writeMail, type NoticeToSend } from '../../../src/app/mail';
import type { NoticeBody } from '../../../src/app/notices';
import { instant } from '../../../src/terms';

const body: NoticeBody = {
  language: 'zh-CN', paragraphs: ['特急工单已登记。', '请 1 小时内联系客户。'], facts: [{ label: '工单', value: 'TK-20260303-001' }],
  actions: [{ label: '打开工作台', page: 'desk', objectId: 'TK-20260303-001' }], copyText: '特急:请联系\n客户',
};

const notice = (fields: Partial<NoticeToSend> = {}): NoticeToSend => ({
  noticeId: 'NT-000001', subject: '特急:TK-20260303-001', body, link: (page, objectId) => `https://links.example/exec?v=${page}&t=${objectId}`, ...fields,
});

const deflate = (bytes: readonly number[]): readonly number[] => [...deflateRawSync(Uint8Array.from(bytes))];
const mime = (notices: readonly NoticeToSend[]): string =>
  writeMail({
    from: 'ledger@company.example', to: 'someone@company.example', sentAt: instant('2026-03-03 09:10'), notices, deflate,
    base64: (bytes) => Buffer.from(bytes).toString('base64'), base64Text: (text) => Buffer.from(text, 'utf8').toString('base64'),
  });
const parse = (text: string): Promise<Email> => PostalMime.parse(text);

const report: NoticeBody = {
  ...body,
  report: {
    title: '2026年2月 管理汇总',
    sections: [
      { kind: 'table', heading: '指标', columns: [{ label: '指标', align: 'left' }, { label: '本月', align: 'right' }], rows: [['首次联系 <按时>', '95%']], whenEmpty: '无' },
      { kind: 'chart', heading: '原因', chart: { alt: '元器件 9 起', categories: ['A'], meanings: ['元器件'], unit: '', bars: [{ name: '起数', colour: 'blue', values: [9] }] } },
      { kind: 'text', heading: '说明', paragraphs: ['初报。'] },
    ],
  },
};

describe('A mail', () => {
  it('carries the same words as HTML and as plain text, with its links', async () => {
    const mail = await parse(mime([notice()]));
    expect(mail.subject).toBe('特急:TK-20260303-001');
    expect(mail.from).toMatchObject({ name: '售后台账', address: 'ledger@company.example' });
    expect(mail.to).toEqual([{ name: '', address: 'someone@company.example' }]);
    expect(mail.date).toBe('2026-03-03T01:10:00.000Z');
    for (const word of ['请 1 小时内联系客户。', 'TK-20260303-001', '打开工作台']) {
      expect(mail.html).toContain(word);
      expect(mail.text).toContain(word);
    }
    expect(mail.html).toContain('href="https://links.example/exec?v=desk&amp;t=TK-20260303-001"');
    expect(mail.text).toContain('https://links.example/exec?v=desk&t=TK-20260303-001');
  });

  it('is the same text for the same notice', () => {
    expect(mime([notice()])).toBe(mime([notice()]));
  });

  it('joins several notices of one person into a digest', async () => {
    const mail = await parse(mime([notice(), notice({ noticeId: 'NT-000002', subject: '月报提醒', body: { ...body, paragraphs: ['请提交月报。'] } })]));
    expect(mail.subject).toBe('售后台账汇总：2 条');
    expect(mail.html).toContain('月报提醒');
    expect(mail.text?.indexOf('特急工单已登记')).toBeLessThan(mail.text?.indexOf('请提交月报') ?? 0);
  });

  it('shows a report with its tables, and its charts as pictures inside the mail', async () => {
    const mail = await parse(mime([notice({ body: report })]));
    expect(mail.html).toContain('首次联系 &lt;按时&gt;');
    expect(mail.html).toContain('cid:NT-000001-2@aftersales-ledger');
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({ mimeType: 'image/png', contentId: '<NT-000001-2@aftersales-ledger>', disposition: 'inline' });
    expect(mail.text).toContain('元器件 9 起');
  });

  it('shows what people wrote as text, never as markup', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const { html } = composeMail([notice({ subject: hostile, body: { ...body, paragraphs: [hostile], facts: [{ label: hostile, value: hostile }], copyText: hostile, actions: [{ label: hostile, page: 'desk', objectId: hostile }] } })], deflate);
    expect(html).not.toContain('<img');
    expect(html.match(/onerror/g)).not.toBeNull();
  });

  it('keeps every line at 76 characters or fewer and every header whole, whatever the subject', () => {
    const lineBreaks = fc.constantFrom('\r\nBcc: thief@evil.example\r\n', '\n', '\r', '\u2028', '\u0000', '=?UTF-8?Q?x?=', '🙂', '工单');
    const subjects = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), lineBreaks), { maxLength: 12 }).map((pieces) => pieces.join(''));
    return fc.assert(fc.asyncProperty(subjects, async (subject) => {
      const text = mime([notice({ subject })]);
      const headers = text.slice(0, text.indexOf('\r\n\r\n'));
      expect(text.split('\r\n').every((line) => line.length <= 76)).toBe(true);
      expect(/^[\x20-\x7e\r\n]*$/.test(text)).toBe(true);
      expect(headers.split('\r\n').filter((line) => !line.startsWith(' ')).map((line) => line.slice(0, line.indexOf(':')))).toEqual(['From', 'To', 'Subject', 'Date', 'MIME-Version', 'Auto-Submitted', 'Content-Type']);
      const mail = await parse(text);
      expect(mail.bcc).toBeUndefined();
      const visible = (written: string): string => written.replace(/[\s\p{Cc}\u2028\u2029]/gu, '');
      expect(visible(mail.subject ?? '')).toBe(visible(Buffer.from(subject, 'utf8').toString('utf8')));
    }), { numRuns: 200 });
  });

  it.each(['a@b.example', "o'neil+x@sub.b-c.example"])('may go to %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each(['', 'a', 'a@', 'a@b c', 'a@b\r\nBcc: x@y', 'a,b@c', '<a@b>', 'a@b,c@d', 'ä@b.example', 'a@b..c', '"a b"@c'])('never goes to %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
