import { words, type Words } from '../../terms';

/** What every mail says around its notices. */
export const mailWords = {
  product: words('售后台账', 'Aftersales Ledger'),
  copy: words('可直接复制到微信、QQ 或短信：', 'To paste into WeChat, QQ or SMS:'),
  footer: words('本邮件由售后台账自动发出。按钮中的链接只供您本人使用，请勿转发；打开链接不会改变任何内容。', 'Sent by Aftersales Ledger. The links are yours alone, please do not forward them; opening one changes nothing.'),
  legend: words('图例', 'Legend'),
} as const satisfies Readonly<Record<string, Words>>;

/** A digest of several notices (P3, 08:30 and 16:30). */
export const digestSubject = (count: number): Words => words(`售后台账汇总：${count} 条`, `Aftersales Ledger digest: ${count} ${count === 1 ? 'notice' : 'notices'}`);
