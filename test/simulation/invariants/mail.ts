import type { CellRow as Row } from '../../journeys/company';
import { momentOfSerial, minute } from '../moments';
import { countBy, repeated, rowsOf, textOf, type Invariant } from './books';

/** Customers' numbers in the demo and in the requests of this simulation. */
const customerPhone = /139000020\d\d/;
/** The same, and one that people write into texts. */
const writtenPhone = /(?<!\d)1390000\d{4}(?!\d)/;
/** Who calls customers, goes to them or sends them something (9.4). */
const reachingOut = ['SUP', 'TSM', 'CS', 'CLK', 'ENG', 'OPS', 'OPM'];

export const noticesUnique: Invariant = (books) => {
  const all = [...rowsOf(books, 'outbox'), ...rowsOf(books, 'sentNotices')];
  return [
    ...repeated(all.map((row) => textOf(row, 'notice_id'))).map((text) => `Notice ${text}`),
    ...repeated(all.map((row) => textOf(row, 'key'))).map((text) => `Notice key ${text}`),
  ];
};

/** Notices by the draft they left with, as `address: subject`. */
const draftsOf = (rows: readonly Row[]): readonly string[] => {
  const sets = new Map<string, { readonly to: string; readonly subjects: string[] }>();
  for (const row of rows) {
    const draft = textOf(row, 'draft_id');
    const set = sets.get(draft) ?? { to: textOf(row, 'to_address').toLowerCase(), subjects: [] };
    set.subjects.push(textOf(row, 'subject'));
    sets.set(draft, set);
  }
  return [...sets.values()].map(({ to, subjects }) => `${to}: ${subjects.length === 1 ? (subjects[0] ?? '').trim() : `digest of ${subjects.length}`}`);
};

/** Each mail that left is one set of sent notices, or of notices whose draft the last run sent and the next will enter; and each set left once. */
export const mailsMatchNotices: Invariant = (books, world) => {
  const expected = countBy(draftsOf(rowsOf(books, 'sentNotices')));
  const underway = countBy(draftsOf(rowsOf(books, 'outbox').filter((row) => textOf(row, 'draft_id') !== '')));
  const received = countBy(world.company.workspace.mail().map((mail) => {
    const digest = /：(\d+) 条$|digest: (\d+) notices?$/.exec(mail.subject.trim());
    const name = mail.to.map((address) => address.toLowerCase()).join();
    const single = `${name}: ${mail.subject}`;
    return `${name}: ${digest !== null && !expected.has(single) && !underway.has(single) ? `digest of ${digest[1] ?? digest[2]}` : mail.subject.trim()}`;
  }));
  return [...new Set([...expected.keys(), ...received.keys()])].flatMap((mail) => {
    const [wanted, found] = [expected.get(mail) ?? 0, received.get(mail) ?? 0];
    return wanted <= found && found <= wanted + (underway.get(mail) ?? 0) ? [] : [`${mail}: ${wanted} noted as sent, ${found} received`];
  });
};

/** Nothing that may leave still waits, once there was time to send it. */
export const nothingStuck: Invariant = (books) =>
  rowsOf(books, 'outbox')
    .filter((row) => momentOfSerial(row['queued_at']) < books.now - 30 * minute && (textOf(row, 'not_before') === '' || momentOfSerial(row['not_before']) < books.now - 30 * minute))
    .map((row) => `Notice ${textOf(row, 'notice_id')} ${textOf(row, 'key')} still waits`);

/** No mail carries a customer's number from the ledgers: whoever needs it finds it on the desk; one that somebody wrote reaches those alone who call (9.4 no. 2). */
export const noNumbersInMails: Invariant = (books, world) => {
  const others = new Set(rowsOf(books, 'staff').filter((row) => !textOf(row, 'roles').split(/,\s*/).some((role) => reachingOut.includes(role))).map((row) => textOf(row, 'account_email').toLowerCase()));
  return world.company.workspace.mail()
    .filter((mail) => {
      const number = mail.to.some((address) => others.has(address.toLowerCase())) ? writtenPhone : customerPhone;
      return number.test(`${mail.subject} ${mail.text} ${mail.html}`);
    })
    .map((mail) => `The mail “${mail.subject}” to ${mail.to.join()} holds a customer's number`);
};

/** A mail to a customer speaks of requests that came from his own address, and of nobody else's (9.4 no. 4). */
export const mailsKeepToTheirTicket: Invariant = (books, world) => {
  const addressOf = new Map(rowsOf(books, 'contacts').map((row) => [textOf(row, 'contact_id'), textOf(row, 'email').toLowerCase()]));
  const owners = new Map(rowsOf(books, 'tickets').map((row) => [textOf(row, 'ticket_id'), addressOf.get(textOf(row, 'reporter_contact'))]));
  return world.company.workspace.mail()
    .filter((mail) => mail.to.some((address) => address.endsWith('customers.example')))
    .flatMap((mail) => [...new Set(`${mail.subject} ${mail.text}`.match(/TK-\d{8}-\d{3}/g) ?? [])]
      .filter((ticket) => owners.get(ticket) !== undefined && owners.get(ticket) !== '' && !mail.to.some((address) => address.toLowerCase() === owners.get(ticket)))
      .map((ticket) => `The mail “${mail.subject}” to ${mail.to.join()} speaks of ${ticket}, which is ${String(owners.get(ticket))}'s`));
};
