import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultCities } from '../../sheets-templates/default-cities';
import { role, tables, type Role, type TableName } from '../../sheets-templates';
import { approversOf } from '../../src/approvals';
import { isMailAddress } from '../../src/app/mail';
import { demoRows, emptyCompanyRows } from '../../src/demo';
import { writeCell } from '../../src/ledger/codec';
import { onDuty } from '../../src/tickets';
import { instant, localDate } from '../../src/terms';

const rows = demoRows('owner@xinghe-power.example');
const internalRoles = (Object.keys(role) as Role[]).filter((code) => code !== 'CUS' && code !== 'SYS');

describe('The demo company', () => {
  it.each(internalRoles)('has somebody who is %s', (code) => {
    expect(rows.staff.some((member) => member.roles.includes(code))).toBe(true);
  });

  it('has an approver other than the asker for every role of the chain', () => {
    const supervisor = rows.staff.find((member) => member.roles.includes('SUP'))?.staffId ?? '';
    for (const asked of ['CLK', 'SUP', 'TSM', 'DGM', 'GM'] as const) expect(approversOf(asked, [supervisor], rows.staff)).not.toHaveLength(0);
  });

  it('fits its tables: unique keys, every cell can be written', () => {
    for (const name of ['staff', 'skills', 'dutyRoster', 'customers', 'contacts', 'contracts', 'products', 'installed', 'counters'] as const satisfies readonly TableName[]) {
      const table = tables[name];
      const keys = rows[name].map((row) => Reflect.get(row, table.key) as unknown);
      expect(new Set(keys).size).toBe(keys.length);
      for (const row of rows[name]) {
        expect(Object.keys(row).sort()).toEqual(Object.keys(table.columns).sort());
        for (const [key, column] of Object.entries(table.columns)) for (const language of ['zh-CN', 'en'] as const) writeCell(column, Reflect.get(row, key), language);
      }
    }
  });

  it('refers only to rows that exist', () => {
    const staffIds = rows.staff.map((member) => member.staffId);
    expect(rows.staff.every((member) => member.managerId === '' || staffIds.includes(member.managerId))).toBe(true);
    expect(rows.customers.every((customer) => customer.salesOwner === null || rows.staff.find((member) => member.staffId === customer.salesOwner)?.roles.includes('SAL'))).toBe(true);
    expect(rows.contracts.every((contract) => rows.customers.some((customer) => customer.customerId === contract.customerId) && rows.staff.find((member) => member.staffId === contract.rdPm)?.roles.includes('RD'))).toBe(true);
    expect(rows.installed.every((unit) => rows.customers.some((customer) => customer.customerId === unit.customerId) && rows.products.some((product) => product.productId === unit.productId))).toBe(true);
  });

  it('covers warranties that run, have ended and are unknown, and every lodging tier', () => {
    const today = localDate('2026-03-03');
    const ends = rows.installed.map((unit) => (unit.warrantyEnd === null ? 'unknown' : unit.warrantyEnd >= today ? 'in' : 'out'));
    for (const cover of ['in', 'out', 'unknown']) expect(ends.filter((end) => end === cover).length).toBeGreaterThan(4);
    expect(new Set(rows.contracts.map((contract) => contract.warrantyBasis)).size).toBe(5);
    const tiers = rows.customers.map((customer) => defaultCities().find((city) => city.city === customer.city)?.lodgingTier);
    expect(new Set(tiers)).toEqual(new Set(['T1', 'PC', 'OT', 'MANUAL']));
  });

  it('has somebody on duty on every day and night', () => {
    for (const moment of ['2026-03-01 00:10', '2026-03-03 12:00', '2026-05-01 23:50']) expect(onDuty(rows.dutyRoster, instant(moment))).not.toBeNull();
  });

  it('uses mail addresses that can never reach anyone', () => {
    const addresses = [...rows.staff.map((member) => member.accountEmail), ...rows.contacts.flatMap((contact) => contact.email ?? [])];
    expect(addresses.every((address) => isMailAddress(address) && address.endsWith('.example'))).toBe(true);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is the same every time and small', () => {
    expect(demoRows('owner@xinghe-power.example')).toEqual(rows);
    const folder = resolve(__dirname, '../../src/demo');
    expect(readdirSync(folder).reduce((bytes, file) => bytes + readFileSync(resolve(folder, file)).length, 0)).toBeLessThan(40_000);
  });
});

describe('A real team', () => {
  it('starts with its owner alone', () => {
    const { staff, customers } = emptyCompanyRows('owner@company.example');
    expect(staff).toHaveLength(1);
    expect(staff[0]).toMatchObject({ accountEmail: 'owner@company.example', active: true });
    expect(customers).toEqual([]);
  });
});
