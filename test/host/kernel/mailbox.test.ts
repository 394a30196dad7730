import { consumerLimits } from '../../../host/kernel/limits';
import { Mailbox, type OutgoingMail } from '../../../host/kernel/mail/mailbox';
import { moves } from '../../../host/kernel/mail/moves';
import { MemoryStore } from '../../../host/kernel/memory-store';
import { put } from '../../../host/kernel/store';
import { engineer, owner, startAt } from './fixture';

const mail = (subject: string, headers: Readonly<Record<string, string>> = {}): OutgoingMail => ({ from: owner, to: [engineer.toUpperCase()], cc: [], bcc: [], subject, text: 'b', html: '', headers, attachments: [] });

it('mail and drafts stored before there were conversations and labels are told, answered and labelled like any other', () => {
  const store = new MemoryStore();
  store.commit([
    put(['mail', 1], { ...mail('Pump'), id: 'old', sentAt: startAt, number: 1 }),
    put(['draft', 'r1'], { id: 'r1', messageId: 'old-draft', owner, raw: '', mail: mail('Later'), createdAt: startAt }),
  ]);
  const mailbox = new Mailbox(store, consumerLimits, () => startAt + 1);
  const account = mailbox.account(engineer);
  expect(account.entries().map(({ id, threadId, labels }) => [id, threadId, ...labels])).toEqual([['old', 'old', 'INBOX', 'UNREAD']]);
  expect(mailbox.account(owner).entries().map(({ threadId, labels }) => [threadId, ...labels])).toEqual([['old', 'SENT'], ['old-draft', 'DRAFT']]);
  account.change(account.entries(), { add: [account.labels.create('keep').id], remove: ['UNREAD'] });
  mailbox.send({ ...mail('Re: Pump', { 'In-Reply-To': '<old@mail.workspace.example>' }), from: engineer, to: [owner] });
  expect(account.thread('old').map(({ labels }) => [...labels])).toEqual([['INBOX', 'Label_1'], ['SENT']]);
  expect(mailbox.all().map((one) => Object.keys(one).includes('threadId'))).toEqual([false, false]);
});

it('a store that was put back forgets the conversations and marks since', () => {
  const store = new MemoryStore();
  const mailbox = new Mailbox(store, consumerLimits, () => startAt);
  const first = mailbox.send(mail('Pump'));
  const account = mailbox.account(engineer);
  const before = store.snapshot();
  account.change(account.entries(), moves.star);
  const answer = mailbox.send(mail('Re: Pump'), { threadId: first.threadId });
  expect([answer.threadId, account.thread(first.id).length]).toEqual([first.id, 2]);
  store.restore(before);
  expect(account.entries().map(({ id, labels }) => [id, labels.has('STARRED')])).toEqual([[first.id, false]]);
});

it('nobody joins a conversation that is not in their mailbox by naming it', () => {
  const mailbox = new Mailbox(new MemoryStore(), consumerLimits, () => startAt);
  const first = mailbox.send(mail('Pump'));
  const stranger = mailbox.send({ ...mail('Pump'), from: 'stranger@example.com' }, { threadId: first.threadId });
  expect(stranger.threadId).toBe(stranger.id);
});

it('the newest mails of all, or of who received them, are told without the sender’s own', () => {
  const mailbox = new Mailbox(new MemoryStore(), consumerLimits, () => startAt);
  const [first, second] = [mailbox.send(mail('One')), mailbox.send(mail('Two'))];
  mailbox.send({ ...mail('Three'), to: ['other@example.com'], bcc: [owner] });
  const subjects = (mails: readonly { readonly subject: string }[]) => mails.map(({ subject }) => subject);
  expect(subjects(mailbox.all())).toEqual(['Three', 'Two', 'One']);
  expect(subjects(mailbox.all(2))).toEqual(['Three', 'Two']);
  expect(subjects(mailbox.receivedBy(engineer.toUpperCase()))).toEqual(['Two', 'One']);
  expect(subjects(mailbox.receivedBy(engineer, 1))).toEqual(['Two']);
  expect(subjects(mailbox.receivedBy(owner))).toEqual(['Three']);
  expect(mailbox.withId(first.id)).toMatchObject({ id: first.id, subject: 'One' });
  expect([mailbox.withId('none'), second.subject]).toEqual([null, 'Two']);
  expect(Object.fromEntries(mailbox.index().received())).toEqual({ [engineer.toLowerCase()]: 2, 'other@example.com': 1, [owner]: 1 });
});
