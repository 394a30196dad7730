import type { Notice } from '../../sheets-templates';
import { withinRoom } from '../../src/app/mail-room';
import type { Ports } from '../../src/app/ports';
import { instant } from '../../src/terms';

const notice = (noticeId: string, priority: Notice['priority'], toAddress: string): Notice => ({
  noticeId, key: noticeId, code: 'N-05', toStaff: null, toAddress, channel: 'EMAIL', priority, subject: noticeId, body: {}, queuedAt: instant('2026-03-03 10:00'),
  notBefore: null, draftId: null, attempts: 0, lastError: null, sentAt: null, status: 'QUEUED',
});

/** What the budget asks of the outside: how much mail is left, and its own memory. */
const room = (left: number | null, waiting: readonly Notice[], known = '100', drafted = 0) => {
  const memory = new Map([['mail.most', known]]);
  const ports: Pick<Ports, 'recall' | 'remember'> & { readonly mail: Pick<Ports['mail'], 'left'> } = {
    recall: (key) => memory.get(key) ?? null, remember: (key, value) => void memory.set(key, value), mail: { left: () => left },
  };
  const { groups, held } = withinRoom(ports, waiting, drafted, 20);
  return { mails: groups.map((group) => group.map(({ noticeId }) => noticeId)), held: held.map(({ noticeId }) => noticeId), most: memory.get('mail.most') };
};

const waiting = [notice('alarm', 'P1', 'a@x.example'), notice('one', 'P2', 'a@x.example'), notice('two', 'P2', 'b@x.example'), notice('three', 'P2', 'a@x.example'), notice('four', 'P3', 'b@x.example')];

describe('notify.p1_reserve: a share of the day\'s mail is kept for P1', () => {
  test('with room, each leaves alone', () => {
    expect(room(80, waiting)).toMatchObject({ mails: [['alarm'], ['one'], ['two'], ['three'], ['four']], held: [] });
  });

  test('with little room above the reserve, those of one address are joined; who finds no room waits', () => {
    expect(room(23, waiting)).toMatchObject({ mails: [['alarm'], ['one', 'three'], ['two', 'four']], held: [] });
    expect(room(22, waiting)).toMatchObject({ mails: [['alarm'], ['one', 'three']], held: ['two', 'four'] });
  });

  test('within the reserve only P1 leaves, and P1 even when nothing is left', () => {
    for (const left of [21, 20, 5, 0]) expect(room(left, waiting)).toMatchObject({ mails: [['alarm']], held: ['one', 'three', 'two', 'four'] });
  });

  test('drafts laid down before count as used', () => {
    expect(room(26, waiting, '100', 5).held).toEqual(['one', 'three', 'two', 'four']);
  });

  test('the day\'s mail is the most ever seen; a service that does not say holds nothing back', () => {
    expect(room(1500, waiting, '100').most).toBe('1500');
    expect(room(300, waiting, '1500').held).toHaveLength(4);
    expect(room(null, waiting).held).toEqual([]);
  });
});
