import { words, type Language, type Words } from '../../terms';
import type { MessagePage } from '../protocol';

/** Why a link shows a sentence instead of a page. None says whether the object exists. */
export const linkMessages = {
  expired: { title: words('链接已过期', 'This link has expired'), text: words('为了安全,邮件里的链接只在一段时间内有效。请从最新一封邮件打开,或联系售后客服。', 'For safety, links in mails work only for a while. Please open the latest mail, or call our service desk.') },
  invalid: { title: words('链接无效', 'This link does not work'), text: words('链接可能没有复制完整,或者已被作废。请从邮件重新打开,或联系售后客服。', 'It may have been copied in part, or it has been revoked. Please open it from the mail again, or call our service desk.') },
  busy: { title: words('系统正忙', 'Busy just now'), text: words('有其他操作正在进行,什么都没有改变。请稍等几秒再打开一次。', 'Another action is being done and nothing was changed. Please open this again in a few seconds.') },
  notStaff: { title: words('没有找到您的人员记录', 'You are not on the staff list'), text: words('此账号不在人员表中,或已停用。请管理员在“人员”表中添加您的登录账号。', 'This account is not on the staff list, or is no longer active. Please ask the administrator to add your account to the Staff sheet.') },
} as const satisfies Readonly<Record<string, { readonly title: Words; readonly text: Words }>>;

export const messageView = (message: keyof typeof linkMessages, language: Language): MessagePage => ({ page: 'message', language, tone: 'neutral', ...linkMessages[message] });
