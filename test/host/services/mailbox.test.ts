import { createHash } from 'node:crypto';
import { openWorkspace } from '../../../host/kernel/workspace';
import { cleanUp, engineer, load, owner, startAt, temporaryFolder } from '../kernel/fixture';
import { asEngineer, asOwner, mailCode, mailWorkspace } from './mailbox-fixture';

afterAll(cleanUp);

const send = (subject: string, options = '{}'): string => `GmailApp.sendEmail('${engineer}', '${subject}', 'text of ${subject}', ${options});`;

describe('Labels', () => {
  it('are made, nested, found, put on threads, counted, taken off and deleted, each account its own', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('one') + send('two'));
    expect(await asEngineer(workspace, `
      var parent = GmailApp.createLabel('客户'), child = GmailApp.createLabel('客户/上海');
      thread('subject:one').addLabel(parent).addLabel(child);
      child.addToThreads(GmailApp.getInboxThreads());
      GmailApp.getInboxThreads()[0].markRead();
      return [names(GmailApp.getUserLabels()), names(thread('subject:one').getLabels()), names(thread('subject:two').getLabels()), subjects(child.getThreads(1, 1)), child.getUnreadCount(), GmailApp.createLabel('客户').getUnreadCount()];`))
      .toEqual([['客户', '客户/上海'], ['客户', '客户/上海'], ['客户/上海'], ['one'], 1, 1]);
    expect(await asEngineer(workspace, `
      thread('subject:one').removeLabel(GmailApp.getUserLabelByName('客户'));
      GmailApp.getUserLabelByName('客户/上海').deleteLabel();
      return [names(thread('subject:one').getLabels()), names(GmailApp.getUserLabels()), GmailApp.getUserLabelByName('客户/上海')];`)).toEqual([[], ['客户'], null]);
    // A new label must not come to what bore one of the same number.
    expect(await asEngineer(workspace, "return subjects(GmailApp.createLabel('new').getThreads());")).toEqual([]);
    expect(await asOwner(workspace, 'return GmailApp.getUserLabels().length;')).toBe(0);
  });
  it('refuse names that conflict or are the system\'s, and labels that are gone', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('one'));
    expect(await asEngineer(workspace, `
      var label = GmailApp.createLabel('Follow up');
      var answers = ['follow-up', 'Inbox', 'a//b', ''].map(function (name) { return refused(function () { GmailApp.createLabel(name); }); });
      GmailApp.deleteLabel(label);
      return answers.concat(refused(function () { label.getName(); }), refused(function () { thread('subject:one').addLabel(GmailApp.getUserLabelByName('none')); }));`))
      .toEqual(['Label name exists or conflicts', 'Invalid label name', 'Invalid label name', 'Invalid label name', 'Gmail operation not allowed.', 'Invalid argument: label']);
  });
});

describe('Messages', () => {
  it('arrive unread in the inbox, are read, starred and important, for their account only', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `GmailApp.sendEmail('${engineer}', 'one', 'b', { cc: '${owner}' });`);
    const counts = 'return [GmailApp.getInboxUnreadCount(), GmailApp.getStarredUnreadCount(), GmailApp.getSpamUnreadCount(), GmailApp.getStarredThreads().length];';
    expect(await asEngineer(workspace, `
      var one = thread('subject:one'), message = one.getMessages()[0];
      var before = [message.isUnread(), one.isUnread(), message.isInInbox(), message.isStarred(), one.isImportant()];
      GmailApp.markThreadRead(one).starMessage(message).markThreadsImportant([one]);
      var after = [message.isUnread(), one.isUnread(), message.isInInbox(), one.hasStarredMessages(), one.isImportant()];
      message.unstar().markUnread();
      GmailApp.markThreadUnimportant(one).refreshThread(one).refreshMessages([message]);
      return [before, after, [message.isUnread(), message.isStarred(), one.isImportant()]];`))
      .toEqual([[true, true, true, false, false], [false, false, true, true, true], [true, false, false]]);
    await asOwner(workspace, "thread('subject:one').getMessages()[0].star().markRead();");
    expect(await asEngineer(workspace, counts)).toEqual([1, 0, 0, 0]);
    expect(await asOwner(workspace, counts)).toEqual([0, 0, 0, 1]);
  });
  it('are read once a person opens them in the page, which tells their marks', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('one') + send('two') + send('three'));
    await asEngineer(workspace, "thread('subject:one').addLabel(GmailApp.createLabel('客户')).moveToArchive().getMessages()[0].star(); thread('subject:two').moveToTrash(); Gmail.Users.Messages.remove('me', thread('subject:three').getId());");
    const [, two, one] = workspace.mail().map(({ id }) => id) as [string, string, string];
    expect([workspace.openMail(one, engineer), workspace.openMail(one, engineer), workspace.openMail(two, owner), workspace.openMail('none', engineer)]).toEqual([true, false, false, false]);
    expect(workspace.mailMarks(engineer)).toEqual({ [one]: { unread: false, starred: true, place: 'archive', labels: ['客户'] }, [two]: { unread: true, starred: false, place: 'bin', labels: [] } });
    expect([workspace.mailMarks(owner), await asEngineer(workspace, "return thread('label:客户').isUnread();")]).toEqual([{}, false]);
  });
  it('go to the archive, the bin and spam, and come back', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('one') + send('two') + send('three'));
    const lists = '[GmailApp.getInboxThreads(), GmailApp.getTrashThreads(), GmailApp.getSpamThreads(), GmailApp.search(""), GmailApp.search("in:anywhere")].map(subjects)';
    expect(await asEngineer(workspace, `
      GmailApp.moveThreadToArchive(thread('subject:one')).moveMessageToTrash(thread('subject:two').getMessages()[0]).moveThreadsToSpam([thread('subject:three')]);
      var moved = ${lists};
      GmailApp.moveThreadsToInbox(GmailApp.search('in:anywhere'));
      return [moved, ${lists}];`))
      .toEqual([[[], ['two'], ['three'], ['one'], ['three', 'two', 'one']], [['three', 'two', 'one'], [], [], ['three', 'two', 'one'], ['three', 'two', 'one']]]);
  });
  it('tell headers, attachments and their text as it travels, and who got them blind to their sender only', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `GmailApp.sendEmail('${engineer}', '派工', '请到场 please', { htmlBody: '<p>请到场</p>', bcc: 'secret@example.com', name: '售后, 上海', attachments: [Utilities.newBlob('a,b', 'text/csv', '清单.csv')], inlineImages: { logo: Utilities.newBlob([1, 2], 'image/png', 'logo.png') } });`);
    const told = `
      var message = GmailApp.search('has:attachment')[0].getMessages()[0], attached = message.getAttachments({ includeInlineImages: false });
      return [message.getHeader('Date'), /^<.+@.+>$/.test(message.getHeader('Message-ID')), message.getBcc(), /secret/.test(message.getRawContent()), attached.length, attached[0].getName(), attached[0].getSize(), attached[0].getHash(), attached[0].copyBlob().getDataAsString()];`;
    const [ofSender, ofReceiver] = [await asOwner(workspace, told), await asEngineer(workspace, told)] as [unknown[], unknown[]];
    expect([ofSender.slice(0, 4), ofReceiver.slice(0, 4)]).toEqual([['Mon, 2 Mar 2026 00:00:00 +0000', true, 'secret@example.com', true], ['Mon, 2 Mar 2026 00:00:00 +0000', true, '', false]]);
    expect([ofReceiver.slice(4, 7), ofReceiver[8]]).toEqual([[1, '清单.csv', 3], 'a,b']);
    expect(ofReceiver[7]).toBe(createHash('sha1').update('a,b').digest('hex'));
    // What a message says of itself can be sent again as it is.
    await asEngineer(workspace, `Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe(thread('has:attachment').getMessages()[0].getRawContent()) }, 'me');`);
    const [again, first] = workspace.mail();
    expect([again?.subject, again?.text.trim(), again?.html.trim(), again?.attachments]).toEqual([first?.subject, first?.text, first?.html, [...(first?.attachments ?? [])].reverse()]);
    expect(await asEngineer(workspace, "return GmailApp.search('in:sent')[0].getMessages()[0].getFrom();")).toBe(`售后, 上海 <${owner}>`);
  });
});

describe('Conversations', () => {
  it('hold answers, drafts of answers and answers to those, for everybody who takes part', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('Pump'));
    await asEngineer(workspace, "thread('subject:Pump').markRead().reply('on my way');");
    await workspace.advanceTo(startAt + 60_000);
    expect(await asOwner(workspace, `
      var draft = thread('subject:Pump').getMessages()[1].createDraftReply('thanks', { htmlBody: '<b>thanks</b>' });
      var during = thread('subject:Pump').getMessages().map(function (message) { return [message.getSubject(), message.isDraft()]; });
      draft.update('${engineer}', 'Re: Pump', 'many thanks').send();
      return during;`)).toEqual([['Pump', false], ['Re: Pump', false], ['Re: Pump', true]]);
    const told = `
      var threads = GmailApp.search('');
      return threads.map(function (one) { return [one.getId() === one.getMessages()[0].getId(), one.getMessageCount(), one.getMessages().map(function (message) { return message.getPlainBody(); }), one.getMessages().map(function (message) { return message.isUnread(); }), one.getLastMessageDate().getTime(), one.getPermalink().split('/').pop() === one.getMessages()[2].getId()]; });`;
    const bodies = ['text of Pump', 'on my way', 'many thanks'];
    expect(await asEngineer(workspace, told)).toEqual([[true, 3, bodies, [false, false, true], startAt + 60_000, true]]);
    expect(await asOwner(workspace, told)).toEqual([[true, 3, bodies, [false, true, false], startAt + 60_000, true]]);
    const [answer] = workspace.mail();
    expect(answer?.headers.References?.split(' ')).toHaveLength(2);
  });
  it('do not take in another subject, nor what answers nobody', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, send('Pump') + send('Pump'));
    await asEngineer(workspace, "thread('subject:Pump').reply('b', { subject: 'Something else' });");
    expect(await asOwner(workspace, 'return subjects(GmailApp.search(""));')).toEqual(['Something else', 'Pump', 'Pump']);
  });
  it('answer all: the sender and the others, not oneself', async () => {
    const workspace = await mailWorkspace();
    await asOwner(workspace, `GmailApp.sendEmail('${engineer}, third@example.com', 'Pump', 'b', { cc: 'fourth@example.com', replyTo: 'desk@example.com' });`);
    await asEngineer(workspace, "thread('subject:Pump').createDraftReplyAll('b').send();");
    expect(workspace.mail()[0]).toMatchObject({ to: ['desk@example.com', 'third@example.com'], cc: ['fourth@example.com'] });
  });
  it('go out from the account\'s own address only', async () => {
    const workspace = await mailWorkspace();
    expect(await asOwner(workspace, `GmailApp.sendEmail('${engineer}', 's', 'b', { from: '${owner}' }); return refused(function () { GmailApp.createDraft('${engineer}', 's', 'b', { from: '${engineer}' }); });`)).toBe(`Invalid argument: ${engineer}`);
    expect(workspace.mail()).toHaveLength(1);
  });
  it('come in pages, the newest first', async () => {
    const workspace = await mailWorkspace();
    for (const [minute, subject] of ['a', 'b', 'c'].entries()) {
      await workspace.advanceTo(startAt + minute * 60_000);
      await asOwner(workspace, send(subject));
    }
    expect(await asEngineer(workspace, `return [GmailApp.getInboxThreads(0, 2), GmailApp.search('in:inbox', 2, 2), GmailApp.getInboxThreads(3, 10)].map(subjects).concat([refused(function () { GmailApp.search('', 0, 501); })]);`))
      .toEqual([['c', 'b'], ['a'], [], 'Argument max cannot exceed 500.']);
  });
});

it('labels, marks and conversations are still there after closing and opening again', async () => {
  const directory = temporaryFolder();
  const first = await openWorkspace({ directory, startAt });
  for (const email of [owner, engineer]) first.addUser({ email, name: email });
  await load(first, { code: mailCode });
  await asOwner(first, send('Pump'));
  await asEngineer(first, "thread('subject:Pump').addLabel(GmailApp.createLabel('keep')).markRead().reply('b'); thread('subject:Pump').moveToArchive().getMessages()[0].star();");
  await first.close();
  const second = await openWorkspace({ directory, startAt });
  expect(await asEngineer(second, "var one = thread('label:keep'); return [names(one.getLabels()), one.isUnread(), one.isInInbox(), one.hasStarredMessages(), one.getMessageCount()];")).toEqual([['keep'], false, false, true, 2]);
  await asOwner(second, "thread('subject:Pump').reply('again');");
  expect(await asEngineer(second, 'return GmailApp.search("").map(function (one) { return one.getMessageCount(); });')).toEqual([3]);
  await second.close();
});

it('what a guest may not have throws by its name', async () => {
  const workspace = await mailWorkspace();
  expect(await asOwner(workspace, "return ['GmailApp.getPriorityInboxThreads()', 'GmailApp.setCurrentMessageAccessToken(1)', \"Gmail.Users.Messages.insert({}, 'me')\", \"GmailApp.search('category:social')\"].map(function (call) { return refused(function () { GmailApp.createDraft('', '', ''); return new Function(call)(); }); });"))
    .toEqual(['NotEmulated: GmailApp.getPriorityInboxThreads', 'NotEmulated: GmailApp.setCurrentMessageAccessToken', 'NotEmulated: Gmail.Users.Messages.insert', 'NotEmulated: Gmail search operator category']);
});
