import { call, cleanUp, engineer, owner, startAt, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] } };
const code = `
  function send() { MailApp.sendEmail.apply(MailApp, arguments); }
  function rich() {
    MailApp.sendEmail({ to: 'engineer@example.com, 王芳 <wang@example.com>', cc: 'cc@example.com', subject: '您好', body: 'text', htmlBody: '<b>html</b>', name: '售后', replyTo: 'desk@example.com',
      attachments: [Utilities.newBlob('a,b', 'text/csv', 'a.csv')], inlineImages: { logo: Utilities.newBlob([1, 2], 'image/png', 'logo.png') } });
  }
  function quota() { return MailApp.getRemainingDailyQuota(); }
  function raw(id, to) {
    var lines = ['From: =?UTF-8?B?' + Utilities.base64Encode('售后', Utilities.Charset.UTF_8) + '?= <owner@example.com>', 'To: ' + to, 'Subject: =?UTF-8?B?' + Utilities.base64Encode('派工', Utilities.Charset.UTF_8) + '?=', 'Message-ID: <' + id + '@ledger>', 'X-Ledger: 7', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=UTF-8', 'Content-Transfer-Encoding: base64', '', Utilities.base64Encode('<p>请到场</p>', Utilities.Charset.UTF_8)];
    return Utilities.base64EncodeWebSafe(lines.join('\\r\\n'), Utilities.Charset.UTF_8);
  }
  function draft(id) { return Gmail.Users.Drafts.create({ message: { raw: raw(id, 'engineer@example.com') } }, 'me').id; }
  function sendDraft(id) { return Gmail.Users.Drafts.send({ id: id }, 'me'); }
  function find(q) { var answer = Gmail.Users.Drafts.list('me', { q: q }); return (answer.drafts || []).map(function (draft) { return draft.id; }); }
  function getDraft(id) { return Gmail.Users.Drafts.get('me', id).message.payload.headers.filter(function (header) { return header.name === 'X-Ledger'; })[0].value; }
  function removeDraft(id) { Gmail.Users.Drafts.remove('me', id); }
  function sendRaw(id) { return Gmail.Users.Messages.send({ raw: raw(id, 'engineer@example.com') }, 'me').id; }
  function sent(q) { return (Gmail.Users.Messages.list('me', { q: q }).messages || []).map(function (message) { return Gmail.Users.Messages.get('me', message.id).labelIds; }); }
  function details(id) { try { sendDraft(id); } catch (error) { return [error.name, error.message, error.details.code]; } }`;

describe('MailApp', () => {
  it('delivers every way to call it', async () => {
    const workspace = await workspaceWith(code);
    await call(workspace, 'send', engineer, 's1', 'b1');
    await call(workspace, 'send', engineer, 's2', 'b2', { bcc: owner });
    await call(workspace, 'send', engineer, 'desk@example.com', 's3', 'b3');
    expect(workspace.mail().map(({ subject, text, bcc, headers }) => [subject, text, bcc, headers['Reply-To']])).toEqual([['s3', 'b3', [], 'desk@example.com'], ['s2', 'b2', [owner], undefined], ['s1', 'b1', [], undefined]]);
    expect(workspace.mail(owner)).toHaveLength(1);
  });
  it('carries names, attachments and inline images', async () => {
    const workspace = await workspaceWith(code);
    await call(workspace, 'rich');
    expect(workspace.mail()[0]).toMatchObject({
      from: owner, to: [engineer, 'wang@example.com'], cc: ['cc@example.com'], subject: '您好', html: '<b>html</b>', sentAt: startAt, headers: { From: `售后 <${owner}>`, 'Reply-To': 'desk@example.com' },
      attachments: [{ name: 'a.csv', mimeType: 'text/csv', base64: 'YSxi' }, { name: 'logo.png', mimeType: 'image/png', contentId: 'logo', base64: 'AQI=' }],
    });
  });
  it('stops at the day\'s recipients and starts anew the next day', async () => {
    const workspace = await workspaceWith(code, {}, { limits: { recipientsPerDay: 3 } });
    await call(workspace, 'send', 'a@example.com,b@example.com', 's', 'b');
    expect(await call(workspace, 'quota')).toBe(1);
    await expect(call(workspace, 'send', 'a@example.com,b@example.com', 's', 'b')).rejects.toThrow('Exception: Service invoked too many times for one day: email.');
    expect(workspace.mail()).toHaveLength(1);
    await workspace.advanceTo(startAt + 86_400_000);
    expect(await call(workspace, 'quota')).toBe(3);
  });
  it('refuses a subject of more than 250 characters, as GmailApp does', async () => {
    const workspace = await workspaceWith(`${code}
      function gmail() { GmailApp.sendEmail.apply(GmailApp, arguments); }
      function draft() { GmailApp.createDraft.apply(GmailApp, arguments); }
      function object(subject) { MailApp.sendEmail({ to: 'a@example.com', subject: subject, body: 'b' }); }`);
    const subject = '题'.repeat(251);
    await expect(call(workspace, 'send', engineer, subject, 'b')).rejects.toThrow('Exception: Argument too large: subject');
    await expect(call(workspace, 'object', subject)).rejects.toThrow('Exception: Argument too large: subject');
    await expect(call(workspace, 'gmail', engineer, subject, 'b')).rejects.toThrow('Exception: Argument too large: subject');
    await expect(call(workspace, 'draft', engineer, subject, 'b')).rejects.toThrow('Exception: Argument too large: subject');
    await call(workspace, 'send', engineer, subject.slice(1), 'b');
    expect(workspace.mail().map((mail) => mail.subject.length)).toEqual([250]);
  });
  it('refuses what is no address, and nobody', async () => {
    const workspace = await workspaceWith(code);
    await expect(call(workspace, 'send', 'nobody', 's', 'b')).rejects.toThrow('Invalid email: nobody');
    await expect(call(workspace, 'send', 'a@b.co;c@d.co', 's', 'b')).rejects.toThrow('Exception: Invalid email: a@b.co;c@d.co');
    await expect(call(workspace, 'send', '王芳 <a@b.co>;李 <c@d.co>, e@f.co', 's', 'b')).rejects.toThrow('Exception: Invalid email: 王芳 <a@b.co>;李 <c@d.co>');
    await expect(call(workspace, 'send', 'a@b.co;', 's', 'b')).rejects.toThrow('Exception: Invalid email: a@b.co;');
    await expect(call(workspace, 'send', '', 's', 'b')).rejects.toThrow('Failed to send email: no recipient');
  });
});

describe('Gmail drafts', () => {
  it('wait, are found again, and disappear when they are sent', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'draft', 'n-1');
    await call(workspace, 'draft', 'n-2');
    expect(workspace.mail()).toEqual([]);
    expect(await call(workspace, 'find', 'rfc822msgid:n-1@ledger')).toEqual([id]);
    expect(await call(workspace, 'find', 'subject:派工 -rfc822msgid:n-2@ledger')).toEqual([id]);
    expect(await call(workspace, 'getDraft', id)).toBe('7');
    expect(await call(workspace, 'sendDraft', id)).toMatchObject({ labelIds: ['SENT'] });
    expect(await call(workspace, 'find', 'rfc822msgid:n-1@ledger')).toEqual([]);
    expect(workspace.mail(engineer)).toMatchObject([{ from: owner, subject: '派工', html: '<p>请到场</p>', headers: { 'X-Ledger': '7', 'Message-ID': '<n-1@ledger>' } }]);
    expect(await call(workspace, 'details', id)).toEqual(['GoogleJsonResponseException', 'API call to gmail.users.drafts.send failed with error: Requested entity was not found.', 404]);
  });
  it('are never sent twice, wherever the sender is killed', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'draft', 'n-1');
    const before = workspace.snapshot();
    for (const moment of ['before', 'after'] as const) {
      workspace.restore(before);
      workspace.setFaultHook((at) => (at.name === 'Gmail.Users.Drafts.send' && at.moment === moment ? { kind: 'kill' } : { kind: 'pass' }));
      await workspace.run('app', 'sendDraft', [id], owner);
      workspace.setFaultHook(null);
      expect([workspace.mail().length, ((await call(workspace, 'find', '')) as unknown[]).length]).toEqual(moment === 'before' ? [0, 1] : [1, 0]);
    }
  });
  it('can be taken away', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'draft', 'n-1');
    await call(workspace, 'removeDraft', id);
    expect(await call(workspace, 'find', '')).toEqual([]);
  });
});

it('Gmail messages are sent and found among the sent', async () => {
  const workspace = await workspaceWith(code, { manifest });
  await call(workspace, 'sendRaw', 'm-1');
  expect(await call(workspace, 'sent', 'in:sent rfc822msgid:m-1@ledger')).toEqual([['SENT']]);
  expect((await workspace.run('app', 'sent', ['in:inbox'], engineer)).value).toEqual([['INBOX', 'UNREAD']]);
});
