import type { Contact, Contract, Customer, InstalledUnit, Product, Ticket } from '../../sheets-templates';
import { dateOf, daysBetween, plusDays, type Instant } from '../terms';

const mainlandMobile = /^1[3-9]\d{9}$/;
const landLine = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const national = /^(400|800)-?\d{3}-?\d{4}$/;

/** Digits alone, without the country's prefix, so that `+86 138-0013-8000` and `13800138000` are one number. */
export const plainPhone = (phone: string): string => phone.replace(/[^\d]/g, '').replace(/^(0086|86)(?=1[3-9]\d{9}$)/, '');

/** Whether a number looks like a mainland mobile or a land line with area code (10.1); others are taken with a warning. */
export const isUsualPhone = (phone: string): boolean => {
  const tidy = phone.replace(/[\s()（）]/g, '');
  return mainlandMobile.test(plainPhone(phone)) || landLine.test(tidy) || national.test(tidy);
};

/** Letters and digits alone, in capitals: how serial numbers, models and names are compared. */
export const plainText = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s\-_/\\.,，。·()#]/g, '');

const unknownWords = new Set(['', '无', '没有', '不清楚', '不详', '不知道', '未知', 'NONE', 'NA', 'N', 'UNKNOWN', 'NOTSURE'].map(plainText));

/** What people write when they do not know a serial number or a model (10.1 allows it). */
export const isUnknown = (text: string): boolean => unknownWords.has(plainText(text));

export const findCustomer = (customers: readonly Customer[], contacts: readonly Contact[], phone: string, name: string): Customer | undefined => {
  const live = customers.filter((customer) => customer.mergedInto === null && customer.piiStatus === 'ACTIVE');
  const wanted = plainPhone(phone);
  const ids = new Set(contacts.filter((contact) => contact.active && plainPhone(contact.phone) === wanted).map((contact) => contact.customerId));
  const byPhone = wanted.length >= 7 ? live.filter((customer) => plainPhone(customer.phone) === wanted || ids.has(customer.customerId)) : [];
  // One switchboard can serve several customers: then the name decides.
  const named = (rows: readonly Customer[]): Customer | undefined => rows.find((customer) => plainText(customer.name) === plainText(name));
  return named(byPhone) ?? byPhone[0] ?? named(live);
};

export const findUnit = (units: readonly InstalledUnit[], serial: string): InstalledUnit | undefined =>
  isUnknown(serial) ? undefined : units.find((unit) => plainText(unit.serialNo) === plainText(serial));

export const findProduct = (products: readonly Product[], model: string): Product | undefined =>
  isUnknown(model) ? undefined : products.find((product) => plainText(product.model) === plainText(model));

/** The unit's contract, else the customer's own contract for the project named. */
export const findContract = (contracts: readonly Contract[], unit: InstalledUnit | undefined, customerId: string | undefined, project: string): Contract | undefined =>
  contracts.find((contract) => unit !== undefined && unit.contractId === contract.contractId)
  ?? (isUnknown(project) ? undefined : contracts.find((contract) => contract.customerId === customerId && plainText(contract.projectName) === plainText(project)));

/** Two serial numbers, both known, of one unit. */
export const sameSerial = (one: string, other: string): boolean => !isUnknown(one) && plainText(one) === plainText(other);

/** Tickets of the last `days` days that may be the same request: same serial or same customer contact (TK-1). */
export const possibleDuplicates = (tickets: readonly Ticket[], ticket: Ticket, days: number): readonly Ticket[] => {
  const from = plusDays(dateOf(ticket.receivedAt), -days);
  const to = plusDays(dateOf(ticket.receivedAt), days);
  return tickets.filter((other) =>
    other.ticketId !== ticket.ticketId
    && other.status !== 'CANCELLED' && other.status !== 'MERGED'
    && dateOf(other.receivedAt) >= from && dateOf(other.receivedAt) <= to
    && (other.reporterContact === ticket.reporterContact || sameSerial(other.serialText, ticket.serialText)));
};

/** The earlier ticket that a new one for the same serial may repeat: accepted at most `days` days before (AMB-42). */
export const repeatedTicket = (tickets: readonly Ticket[], serial: string, receivedAt: Instant, days: number): Ticket | undefined =>
  tickets
    .filter((other) => other.acceptedAt !== null && other.acceptedAt <= receivedAt && sameSerial(other.serialText, serial) && daysBetween(dateOf(other.acceptedAt), dateOf(receivedAt)) <= days)
    .sort((one, other) => ((one.acceptedAt ?? '') < (other.acceptedAt ?? '') ? 1 : -1))[0];
