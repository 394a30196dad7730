// Sends a Gmail draft to everybody in the sheet, with {{columns}} filled in, and writes down when.
const RECIPIENT_COL = 'Recipient';
const EMAIL_SENT_COL = 'Email Sent';

function onOpen() {
  SpreadsheetApp.getUi().createMenu('Mail Merge').addItem('Send Emails', 'sendEmails').addToUi();
}

function prepare() {
  const sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange(1, 1, 3, 4).setValues([
    ['First name', RECIPIENT_COL, 'Amount', EMAIL_SENT_COL],
    ['Ann', 'ann@example.com', 12.5, ''],
    ['Bo', 'not an address', 3, ''],
  ]);
  const folder = DriveApp.createFolder('Merge');
  const file = folder.createFile(Utilities.newBlob('price list', MimeType.PLAIN_TEXT, 'prices.txt'));
  GmailApp.createDraft('', 'Offer for {{First name}}', 'Dear {{First name}}, it is {{Amount}}.', { htmlBody: '<p>Dear {{First name}}, it is <b>{{Amount}}</b>.</p>', attachments: [file.getBlob()] });
  return folder.getFilesByName('prices.txt').hasNext();
}

function sendEmails(subjectLine = 'Offer for {{First name}}', sheet = SpreadsheetApp.getActiveSheet()) {
  const template = getGmailTemplateFromDrafts_(subjectLine);
  const dataRange = sheet.getDataRange();
  const data = dataRange.getDisplayValues();
  const heads = data.shift();
  const emailSentColIdx = heads.indexOf(EMAIL_SENT_COL);
  const rows = data.map((r) => heads.reduce((o, k, i) => ((o[k] = r[i] || ''), o), {}));
  const out = [];
  rows.forEach(function (row) {
    if (row[EMAIL_SENT_COL] !== '') {
      out.push([row[EMAIL_SENT_COL]]);
      return;
    }
    try {
      const message = fillIn_(template.message, row);
      GmailApp.sendEmail(row[RECIPIENT_COL], message.subject, message.text, { htmlBody: message.html, attachments: template.attachments, name: 'Sales' });
      out.push([new Date()]);
    } catch (e) {
      out.push([e.message]);
    }
  });
  sheet.getRange(2, emailSentColIdx + 1, out.length).setValues(out);
}

function getGmailTemplateFromDrafts_(subjectLine) {
  const draft = GmailApp.getDrafts().filter((one) => one.getMessage().getSubject() === subjectLine)[0];
  if (!draft) throw new Error("Oops - can't find Gmail draft");
  const msg = draft.getMessage();
  return { message: { subject: subjectLine, text: msg.getPlainBody(), html: msg.getBody() }, attachments: msg.getAttachments({ includeInlineImages: false }) };
}

function fillIn_(template, data) {
  return JSON.parse(JSON.stringify(template).replace(/{{[^{}]+}}/g, (key) => escapeData_(data[key.replace(/[{}]+/g, '')] || '')));
}

function escapeData_(str) {
  return str.replace(/[\\]/g, '\\\\').replace(/["]/g, '\\"').replace(/[\n]/g, '\\n');
}
