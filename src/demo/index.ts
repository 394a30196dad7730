import type { Contact, Contract, Counter, Customer, DutyShiftRow, InstalledUnit, Product, Skill, StaffMember } from '../../sheets-templates';
import { demoContacts, demoCustomers } from './customers';
import { demoDuty } from './duty';
import { demoContracts, demoUnits } from './equipment';
import { administrator, demoSkills, demoStaff } from './people';
import { demoProducts } from './products';

/** First rows of a deployment, by the property of the table they go into. */
export interface FirstRows {
  readonly staff: readonly StaffMember[];
  readonly skills: readonly Skill[];
  readonly dutyRoster: readonly DutyShiftRow[];
  readonly customers: readonly Customer[];
  readonly contacts: readonly Contact[];
  readonly contracts: readonly Contract[];
  readonly products: readonly Product[];
  readonly installed: readonly InstalledUnit[];
  readonly counters: readonly Counter[];
}

export { demoDomain } from './people';

/**
 * Xinghe Power (星河电力科技), an invented company as of March 2026: the same rows every time, no tickets yet.
 * @param owner the account that owns the deployment; it becomes the administrator
 */
export const demoRows = (owner: string): FirstRows => {
  const staff = demoStaff(owner);
  const customers = demoCustomers();
  const contacts = demoContacts();
  const contracts = demoContracts();
  const products = demoProducts();
  return {
    staff, skills: demoSkills(), dutyRoster: demoDuty(staff), customers, contacts, contracts, products, installed: demoUnits(customers, contracts, products),
    counters: [{ prefix: 'CU', scope: '', last: customers.length }, { prefix: 'CT', scope: '', last: contacts.length }],
  };
};

/**
 * A real team's first rows: the owner alone, as administrator, department head and supervisor until people are entered.
 * Nobody approves their own requests, so real work needs a second person.
 */
export const emptyCompanyRows = (owner: string): FirstRows => ({
  staff: [administrator('ST-001', owner, ['ADM', 'TSM', 'SUP', 'CLK'])],
  skills: [], dutyRoster: [], customers: [], contacts: [], contracts: [], products: [], installed: [], counters: [],
});
