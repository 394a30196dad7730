/** Notices as mails: HTML and plain text in the recipient's language, digests, reports with pictures, RFC 2822. */
export { isMailAddress } from './encoded-word';
export { composeMail, writeMail, type Mail, type MailRequest, type NoticeToSend } from './write-mail';
export { writeMime, type InlineImage, type MimeMessage, type MimePorts } from './write-mime';
