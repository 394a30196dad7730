import { cleanUp, engineer, owner } from '../kernel/fixture';
import { asEngineer, asOwner, mailWorkspace } from './mailbox-fixture';

afterAll(cleanUp);

const refusals = (calls: readonly string[]): string => `
  return ${JSON.stringify(calls)}.map(function (call) { try { Gmail.newMessage(); new Function(call)(); return null; } catch (error) { return [error.details.code, error.message.replace(/^API call to gmail.users./, '')]; } });`;

describe('Gmail.Users.Labels', () => {
  it('makes, tells, renames and deletes labels that GmailApp knows too', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `GmailApp.sendEmail('${engineer}', 'one', 'b');`);
    expect(await asEngineer(workspace, `
      var label = Gmail.Users.Labels.create({ name: 'a', color: { backgroundColor: '#000000', textColor: '#ffffff' } }, 'me');
      thread('subject:one').addLabel(GmailApp.getUserLabelByName('a'));
      Gmail.Users.Labels.patch({ labelListVisibility: 'labelHide' }, 'me', label.id);
      Gmail.Users.Labels.update({ name: 'b/c' }, 'me', label.id);
      var told = Gmail.Users.Labels.get('me', label.id), inbox = Gmail.Users.Labels.get('me', 'INBOX');
      return [told, names(thread('label:b-c').getLabels()), [inbox.type, inbox.messagesTotal, inbox.threadsUnread], Gmail.Users.Labels.list('me').labels.filter(function (one) { return one.type === 'user'; }).length];`))
      .toEqual([{ id: 'Label_1', name: 'b/c', type: 'user', messageListVisibility: 'show', labelListVisibility: 'labelHide', color: { backgroundColor: '#000000', textColor: '#ffffff' }, messagesTotal: 1, messagesUnread: 1, threadsTotal: 1, threadsUnread: 1 }, ['b/c'], ['system', 1, 1], 1]);
    expect(await asEngineer(workspace, "Gmail.Users.Labels.remove('me', 'Label_1'); return [GmailApp.getUserLabels().length, Gmail.Users.Messages.get('me', thread('subject:one').getId()).labelIds];")).toEqual([0, ['INBOX', 'UNREAD']]);
  });
  it('refuses as the API does', async () => {
    const workspace = await mailWorkspace();
    await asEngineer(workspace, "GmailApp.createLabel('a');");
    expect(await asEngineer(workspace, refusals([
      "Gmail.Users.Labels.create({ name: 'A' }, 'me')", "Gmail.Users.Labels.create({ name: 'SPAM' }, 'me')", "Gmail.Users.Labels.get('me', 'Label_9')", "Gmail.Users.Labels.remove('me', 'INBOX')", `Gmail.Users.Labels.list('${owner}')`,
    ]))).toEqual([[409, 'labels.create failed with error: Label name exists or conflicts'], [400, 'labels.create failed with error: Invalid label name'], [404, 'labels.get failed with error: Requested entity was not found.'], [400, 'labels.delete failed with error: Invalid delete request'], [403, `labels.list failed with error: Delegation denied for ${engineer}`]]);
  });
});

describe('Gmail.Users.Messages and Threads', () => {
  it('modify, bin and delete, one or many, for their account only', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `['one', 'two', 'three'].forEach(function (subject) { GmailApp.sendEmail('${engineer}', subject, 'b'); });`);
    expect(await asEngineer(workspace, `
      var id = function (subject) { return Gmail.Users.Messages.list('me', { q: 'in:anywhere subject:' + subject }).messages[0].id; }, one = id('one'), two = id('two'), three = id('three');
      return [
        Gmail.Users.Messages.modify({ addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] }, 'me', one).labelIds,
        Gmail.Users.Messages.trash('me', one).labelIds, Gmail.Users.Messages.untrash('me', one).labelIds,
        Gmail.Users.Messages.batchModify({ ids: [two, three, 'none'], removeLabelIds: ['INBOX'] }, 'me') || Gmail.Users.Messages.get('me', two, { format: 'minimal' }).labelIds,
        Gmail.Users.Threads.trash('me', three).messages[0].labelIds,
        [{}, { includeSpamTrash: true }, { labelIds: ['TRASH'] }, { maxResults: 1 }].map(function (options) { var page = Gmail.Users.Threads.list('me', options); return [page.threads.length, page.nextPageToken]; }),
        Gmail.Users.Messages.remove('me', two) || Gmail.Users.Messages.batchDelete({ ids: [three] }, 'me') || Gmail.Users.getProfile('me').messagesTotal,
      ];`)).toEqual([['INBOX', 'STARRED'], ['STARRED', 'TRASH'], ['STARRED'], ['UNREAD'], ['UNREAD', 'TRASH'], [[2, undefined], [3, undefined], [1, undefined], [1, '1']], 1]);
    expect(await asOwner(workspace, 'return Gmail.Users.getProfile("me");')).toEqual({ emailAddress: owner, messagesTotal: 3, threadsTotal: 3 });
    expect(workspace.mail()).toHaveLength(3);
    const [{ id = '' } = {}] = workspace.mail().filter(({ subject }) => subject === 'one');
    expect(await asEngineer(workspace, refusals([
      `Gmail.Users.Messages.modify({}, 'me', '${id}')`, `Gmail.Users.Messages.modify({ removeLabelIds: ['SENT'] }, 'me', '${id}')`, `Gmail.Users.Threads.modify({ addLabelIds: ['work'] }, 'me', '${id}')`, "Gmail.Users.Messages.trash('me', 'none')",
    ]))).toEqual([[400, 'messages.modify failed with error: No label add or removes specified'], [400, 'messages.modify failed with error: Invalid label: SENT'], [400, 'threads.modify failed with error: labelId not found'], [404, 'messages.trash failed with error: Requested entity was not found.']]);
  });
  it('tell a message in its parts, as bytes, and give its attachments', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `GmailApp.sendEmail('${engineer}', '派工', '请到场', { htmlBody: '<p>请到场</p>', attachments: [Utilities.newBlob('a,b', 'text/csv', 'a.csv')] });`);
    expect(await asEngineer(workspace, `
      var id = thread('').getId(), text = function (bytes) { return Utilities.newBlob(bytes).getDataAsString(); };
      var payload = Gmail.Users.Messages.get('me', id).payload, texts = payload.parts[0], file = payload.parts[1];
      var header = Gmail.Users.Messages.get('me', id, { format: 'metadata', metadataHeaders: ['subject'] }).payload;
      return [payload.mimeType, texts.mimeType, texts.parts.map(function (part) { return [part.partId, part.mimeType, text(part.body.data)]; }), file.filename, file.body.size, text(Gmail.Users.Messages.Attachments.get('me', id, file.body.attachmentId).data),
        header.headers, /^From: owner@example.com\\r\\n/.test(text(Gmail.Users.Messages.get('me', id, { format: 'raw' }).raw)), Gmail.Users.Threads.get('me', id).messages[0].snippet];`))
      .toEqual(['multipart/mixed', 'multipart/alternative', [['0.0', 'text/plain', '请到场'], ['0.1', 'text/html', '<p>请到场</p>']], 'a.csv', 3, 'a,b', [{ name: 'Subject', value: '派工' }], true, '请到场']);
  });
  it('keep what was handed in as it was, less the blind copies for whoever received it', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `Gmail.Users.Messages.send({ raw: raw(['To: ${engineer}', 'Bcc: secret@example.com,', ' more@example.com', 'Subject: s', 'X-Own: 1'], 'b') }, 'me');`);
    const told = "return thread('subject:s').getMessages()[0].getRawContent();";
    expect(await asOwner(workspace, told)).toBe(`To: ${engineer}\r\nBcc: secret@example.com,\r\n more@example.com\r\nSubject: s\r\nX-Own: 1\r\n\r\nb`);
    expect(await asEngineer(workspace, told)).toBe(`To: ${engineer}\r\nSubject: s\r\nX-Own: 1\r\n\r\nb`);
    expect(JSON.stringify(await asEngineer(workspace, "return Gmail.Users.Messages.get('me', thread('subject:s').getId());"))).not.toContain('secret');
  });
  it('join the conversation they name or answer', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `Gmail.Users.Messages.send({ raw: raw(['To: ${engineer}', 'Subject: Pump', 'Message-ID: <first@ledger>'], 'b') }, 'me');`);
    expect(await asEngineer(workspace, `
      var id = thread('subject:Pump').getId();
      var named = Gmail.Users.Messages.send({ threadId: id, raw: raw(['To: ${owner}', 'Subject: Re: Pump'], 'b') }, 'me').threadId;
      var answered = Gmail.Users.Drafts.create({ message: { raw: raw(['To: ${owner}', 'Subject: RE: pump', 'In-Reply-To: <first@ledger>'], 'b') } }, 'me');
      var other = Gmail.Users.Messages.send({ threadId: id, raw: raw(['To: ${owner}', 'Subject: Valve', 'References: <first@ledger>'], 'b') }, 'me').threadId;
      return [named === id, answered.message.threadId === id, Gmail.Users.Drafts.send({ id: answered.id }, 'me').threadId === id, other === id, Gmail.Users.Threads.get('me', id, { format: 'minimal' }).messages.length];`)).toEqual([true, true, true, false, 3]);
    expect(await asOwner(workspace, "return thread('subject:Pump').getMessageCount();")).toBe(3);
  });
});

it('Gmail.Users.Drafts.update puts another message under the same draft', async () => {
  const workspace = await mailWorkspace();
  expect(await asOwner(workspace, `
    var draft = Gmail.Users.Drafts.create({ message: { raw: raw(['To: ${engineer}', 'Subject: a'], 'b') } }, 'me');
    var changed = Gmail.Users.Drafts.update({ message: { raw: raw(['To: ${engineer}', 'Subject: c'], 'd') } }, 'me', draft.id);
    var listed = Gmail.Users.Drafts.list('me').drafts;
    Gmail.Users.Drafts.send({ id: draft.id }, 'me');
    return [changed.id === draft.id, changed.message.id === draft.message.id, listed.length, refused(function () { Gmail.Users.Drafts.update({ message: { raw: raw(['To: a@b'], '') } }, 'me', draft.id); })];`))
    .toEqual([true, false, 1, 'API call to gmail.users.drafts.update failed with error: Requested entity was not found.']);
  expect(workspace.mail()).toMatchObject([{ subject: 'c', text: 'd\n' }]);
});
