import { contacts, contracts, customers, installed, products, type Channel, type Contact, type Customer } from '../../../../sheets-templates';
import { findContract, findCustomer, findProduct, findUnit, plainPhone, plainText } from '../../../tickets';
import type { Actor } from '../../actor';
import type { Request } from '../../request';
import { chargePapers, type ChargePapers } from './charge-guard';

/** Tables in which an intake looks for who and what it is about. */
export const partyTables = [customers, contacts, contracts, installed, products] as const;

/** The next number that no row bears yet: ledgers may have been filled from elsewhere. */
const freeNumber = (taken: (number: string) => boolean, next: () => string): string => {
  let number = next();
  while (taken(number)) number = next();
  return number;
};

const chinese = /[\u3400-\u9fff]/;

/** People are answered in the language they wrote in. */
const languageOf = ({ input }: Request): Customer['language'] =>
  ['customerName', 'contactName', 'faultDesc'].some((field) => chinese.test(input.text(field))) ? 'zh-CN' : 'en';

const newCustomer = (request: Request, channel: Channel): Customer => {
  const { draft, input, now } = request;
  const customerId = freeNumber((id) => draft.find(customers, id) !== undefined, () => draft.nextNumber('CU', '', 5));
  return draft.insert(customers, {
    customerId, name: input.text('customerName'), customerType: 'COMPANY', address: input.text('siteAddress'), city: input.text('siteCity'), phone: input.text('phone'),
    email: input.optionalText('email'), wechat: null, salesOwner: null, localMarketing: null, surveyOptOut: false, consentAt: now, consentSource: channel, piiStatus: 'ACTIVE',
    mergedInto: null, ticketCount: 0, lastTicketAt: null, avgScore: null, openAr: null, notes: null, language: languageOf(request),
  });
};

/** The customer by phone or name, else a new one. */
export const customerOf = (request: Request, channel: Channel): Customer => {
  const { draft, input, now } = request;
  const known = findCustomer(draft.all(customers), draft.all(contacts), input.text('phone'), input.text('customerName')) ?? newCustomer(request, channel);
  return draft.update(customers, known.customerId, {
    ticketCount: (known.ticketCount ?? 0) + 1,
    lastTicketAt: now,
    ...(known.consentAt === null ? { consentAt: now, consentSource: channel } : {}),
  });
};

/**
 * A stranger's address is never put on a contact that others use too: mail about that contact's other tickets would
 * reach it. Staff may complete an address; a visitor who gives another one becomes a contact of his own.
 */
const fits = (contact: Contact, email: string | null, actor: Actor): boolean =>
  email === null || contact.email === email || (contact.email === null && actor.kind === 'staff');

export const contactOf = (request: Request, customer: Customer): Contact => {
  const { draft, input, actor } = request;
  const email = input.optionalText('email');
  const same = draft.by(contacts, 'customerId', customer.customerId).filter((row) => row.active && plainPhone(row.phone) === plainPhone(input.text('phone')) && plainText(row.name) === plainText(input.text('contactName')));
  const known = same.find((contact) => fits(contact, email, actor));
  if (known !== undefined) return email === null ? known : draft.update(contacts, known.contactId, { email });
  return draft.insert(contacts, {
    contactId: freeNumber((id) => draft.find(contacts, id) !== undefined, () => draft.nextNumber('CT', '', 5)),
    customerId: customer.customerId, name: input.text('contactName'), role: 'REPORTER', phone: input.text('phone'), email, active: true,
  });
};

/** Everybody whom a number may belong to: one switchboard can serve several customers. */
export const callers = ({ draft }: Pick<Request, 'draft'>, phone: string): readonly Contact[] => {
  const wanted = plainPhone(phone);
  return wanted.length < 7 ? [] : draft.where(contacts, (row) => row.active && plainPhone(row.phone) === wanted);
};

/** What the ledgers know of a caller, by the name of the field it answers. Nothing where a number is not one customer's. */
export const knownOf = (request: Request, phone: string, serial: string): Readonly<Record<string, string>> => {
  const { draft } = request;
  const people = callers(request, phone);
  const unit = findUnit(draft.all(installed), serial);
  const ids = new Set([...people.map(({ customerId }) => customerId), ...draft.where(customers, (row) => plainPhone(row.phone) === plainPhone(phone) && phone !== '').map(({ customerId }) => customerId)]);
  const [customerId = unit?.customerId, ...others] = [...ids];
  const customer = others.length === 0 ? draft.find(customers, customerId) : undefined;
  const texts = {
    customerName: customer?.name, contactName: people.length === 1 ? people[0]?.name : undefined, siteCity: unit?.siteCity ?? customer?.city, siteAddress: unit?.siteAddress ?? customer?.address,
    projectName: draft.find(contracts, unit?.contractId)?.projectName, modelText: draft.find(products, unit?.productId)?.model, serialText: unit?.serialNo,
  };
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));
};

/** The unit by its serial number, and what it was sold under. */
export const papersOf = (request: Request, customer: Customer): ChargePapers => {
  const { draft, input } = request;
  const unit = findUnit(draft.all(installed), input.text('serialText'));
  return chargePapers(draft, unit, findContract(draft.all(contracts), unit, customer.customerId, input.text('projectName')), draft.find(products, unit?.productId) ?? findProduct(draft.all(products), input.text('modelText')));
};
