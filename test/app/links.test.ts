import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { actorOfLink, mailLinkEnds, readLink, signLink, staffClaims } from '../../src/app/links';
import type { LinkClaims } from '../../src/app/ports';
import { Draft } from '../../src/ledger/draft';
import { instant, isRefusal } from '../../src/terms';

const ports = {
  sign: (text: string) => createHmac('sha256', 'secret').update(text, 'utf8').digest('base64url'),
  encode: (text: string) => Buffer.from(text, 'utf8').toString('base64url'),
  decode: (text: string) => Buffer.from(text, 'base64url').toString('utf8'),
};
const now = instant('2026-03-03 09:00');
const seconds = Date.parse(now) / 1000;
const claims = (over: Partial<LinkClaims> = {}): LinkClaims => ({ page: 'approval', objectId: 'SP-000001', staffId: 'ST-004', version: 1, expires: seconds + 3600, ...over });
const person = { staffId: 'ST-004', active: true, linkVersion: 1, roles: ['TSM'] };
const draftWith = (row: object): Draft => new Draft(new Map([['staff', [row as Readonly<Record<string, unknown>>]]]));
const codeOf = (value: unknown): string | null => (isRefusal(value) ? value.code : null);

describe('links', () => {
  test('a link says again what was signed into it', () => {
    expect(readLink(ports, signLink(ports, claims()), now)).toEqual(claims());
  });

  test('any changed character makes it nobody’s', () => {
    const token = signLink(ports, claims());
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_.'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        return changed === token || codeOf(readLink(ports, changed, now)) === 'LINK';
      }),
    );
  });

  test.each([[null], [undefined], [''], ['.'], ['a.b.c'], [12], [{}], ['x'.repeat(5000)]])('%p is no link', (token) => {
    expect(codeOf(readLink(ports, token, now))).toBe('LINK');
  });

  test('it ends at its moment, to the second', () => {
    const token = signLink(ports, claims({ expires: seconds }));
    expect(codeOf(readLink(ports, token, now))).toBeNull();
    expect(codeOf(readLink(ports, token, instant('2026-03-03 09:00:01')))).toBe('LINK-EXPIRED');
  });

  test('6.1 no. 6, approval.link_hours: a mail’s approval link ends after the hours that are set, others later', () => {
    expect([72, 24].map((hours) => mailLinkEnds('approval', now, hours) - seconds)).toEqual([72 * 3600, 24 * 3600]);
    expect(mailLinkEnds('desk', now, 24) - seconds).toBe(90 * 24 * 3600);
    const token = signLink(ports, claims({ expires: mailLinkEnds('approval', now, 24) }));
    expect([instant('2026-03-04 09:00'), instant('2026-03-04 09:00:01')].map((moment) => codeOf(readLink(ports, token, moment)))).toEqual([null, 'LINK-EXPIRED']);
  });

  test('raising a person’s link version revokes all links they had; so does leaving', () => {
    expect(codeOf(actorOfLink(draftWith(person), claims()))).toBeNull();
    expect(codeOf(actorOfLink(draftWith({ ...person, linkVersion: 2 }), claims()))).toBe('LINK-REVOKED');
    expect(codeOf(actorOfLink(draftWith({ ...person, active: false }), claims()))).toBe('LINK-PERSON');
  });

  test('a customer’s link makes nobody staff, whatever it names', () => {
    expect(actorOfLink(draftWith(person), claims({ page: 'ticket', objectId: 'TK-20260303-001' }))).toEqual({ kind: 'customer', ticketId: 'TK-20260303-001' });
    expect(staffClaims('desk', '', { ...person, name: '方晓峰' } as never, 0)).toMatchObject({ staffId: 'ST-004', version: 1 });
  });
});
