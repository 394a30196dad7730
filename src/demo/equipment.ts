import { chargePolicy, warrantyBasis, type Contract, type Customer, type InstalledUnit, type Product } from '../../sheets-templates';
import { correspondingDay } from '../charges';
import { type LocalDate, parseDate, tableText } from '../terms';
import { cellsOf, codeIn, numbered, orNull } from './table-text';

/** Customer's number, project, policy, basis, start (empty: not known yet), months, explicit end. All warranty bases. */
const contracts = tableText(`
1|一期配电改造|WARRANTY_BASED|DELIVERY|2025-05-12|24|
2|二号楼供电|WARRANTY_BASED|ACCEPTANCE|2025-11-20|18|
3|住院楼|WARRANTY_BASED|COMMISSIONING|2025-06-01|24|
5|二期配电|WARRANTY_BASED|INVOICE|2024-09-10|12|
7|城北泵站|CONTRACT_TERMS|CONTRACT_DATES|||2026-12-31
8|储能站|WARRANTY_BASED|COMMISSIONING||24|
9|冷库扩建|WARRANTY_BASED|DELIVERY|2023-04-18|24|
13|循环水站|COMPANY_BEARS|ACCEPTANCE|2025-08-08|36|
14|余热发电|WARRANTY_BASED|DELIVERY|2022-10-30|12|
17|三号厂房|WARRANTY_BASED|ACCEPTANCE|2026-01-15|24|
19|九号馆|CONTRACT_TERMS|CONTRACT_DATES|||2026-03-02
20|焊装车间|WARRANTY_BASED|INVOICE|2025-02-28|12|
22|船坞岸电|WARRANTY_BASED|COMMISSIONING|2024-02-29|24|
23|研发楼|WARRANTY_BASED|DELIVERY|2025-12-05|12|
24|横琴机房|WARRANTY_BASED|ACCEPTANCE|2025-10-10|36|
28|海滨广场|CONTRACT_TERMS|CONTRACT_DATES|||2027-06-30
`);

/**
 * Customer's number, product, serial, delivered, commissioned. Where no contract and no product default says more, the
 * warranty is unknown: that is how such ledgers look.
 */
const units = tableText(`
1|MNS04|MNS25050011|2025-05-12|2025-06-02
1|MNS04|MNS25050012|2025-05-12|2025-06-02
1|KYN28|KYN25050003|2025-05-12|2025-06-05
2|KYN28|KYN25100021|2025-10-28|2025-11-18
2|PLC200|PLC25100007|2025-10-28|2025-11-18
3|GGD04|GGD25050101|2025-05-10|2025-06-01
3|GGD04|GGD25050102|2025-05-10|2025-06-01
3|KYN28|KYN25050009|2025-05-10|2025-06-01
4|PXT|PXT21080033|2021-08-17|
5|MNS04|MNS24090005|2024-09-06|2024-10-12
5|MNS04|MNS24090006|2024-09-06|2024-10-12
5|XGN15|XGN24090002|2024-09-06|2024-10-12
6|GGD04|GGD20030018||
7|YBM10|YBM24060004|2024-06-20|2024-07-15
7|PXT|PXT24060041|2024-06-20|2024-07-15
8|YBM10|YBM26010001|2026-01-22|
8|PLC200|PLC26010003|2026-01-22|
9|XGN15|XGN23040006|2023-04-18|2023-05-09
9|GGD04|GGD23040027|2023-04-18|2023-05-09
10|PXT|PXT19110052||
11|PHY300|PHY3-24070015|2024-07-03|
11|PHY100|PHY1-23010112|2023-01-10|
12|AUTO7|AU7-24110008|2024-11-21|
12|AUTO7|AU7-23020003|2023-02-14|
13|KYN28|KYN25070031|2025-07-19|2025-08-06
13|KYN28|KYN25070032|2025-07-19|2025-08-06
14|KYN28|KYN22100002|2022-10-30|2022-11-25
15|GGD04|GGD22060064|2022-06-11|
16|AUTO7|AU7-25090019|2025-09-15|
17|MNS04|MNS25120044|2025-12-20|2026-01-14
17|MNS04|MNS25120045|2025-12-20|2026-01-14
18|PXT|PXT25030070|2025-03-03|
19|KYN28|KYN23020015|2023-02-16|2023-03-01
20|GGD04|GGD25020081|2025-02-25|2025-03-20
20|AUTO7|AU7-25020011|2025-02-25|
21|PHY300|PHY3-25050027|2025-05-30|
21|PHY100|PHY1-22020048|2022-02-22|
22|KYN28|KYN24010008|2024-01-30|2024-02-29
23|PLC200|PLC25120002|2025-12-05|2025-12-19
24|MNS04|MNS25090061|2025-09-12|2025-10-09
24|PLC200|PLC25090014|2025-09-12|2025-10-09
25|PXT|PXT18050009||
27|PHY100|PHY1-25010066|2025-01-16|
28|GGD04|GGD25060093|2025-06-12|2025-06-28
29|PHY100|PHY1-24030203|2024-03-08|
30|PHY100|PHY1-22110150|2022-11-11|
`);

const dateIn = (cell: string | undefined): LocalDate | null => parseDate(cell ?? '');

const customerAt = (number: string | undefined): string => numbered('CU', Number(number) - 1, 5);

export const demoContracts = (): readonly Contract[] =>
  cellsOf(contracts).map(([customer, projectName = '', policy, basis, start, months, end], index) => {
    const warrantyStart = dateIn(start);
    const warrantyMonths = orNull(months) === null ? null : Number(months);
    return {
      contractId: numbered('CN', index, 5), customerId: customerAt(customer), projectName, contractRef: `XH-${2021 + (index % 5)}-${String(100 + index * 7)}`, signedDate: null,
      chargePolicy: codeIn(chargePolicy, policy), warrantyBasis: codeIn(warrantyBasis, basis), warrantyStart, warrantyMonths,
      warrantyEnd: dateIn(end) ?? (warrantyStart === null || warrantyMonths === null ? null : correspondingDay(warrantyStart, warrantyMonths)), designInstitute: null, rdPm: 'ST-017', file: null,
    };
  });

const coverOf = (contract: Contract | undefined, product: Product | undefined, delivered: LocalDate | null): Pick<InstalledUnit, 'warrantyStart' | 'warrantyEnd' | 'warrantySource'> => {
  if (contract !== undefined && contract.warrantyEnd !== null) return { warrantyStart: contract.warrantyStart, warrantyEnd: contract.warrantyEnd, warrantySource: 'CONTRACT' };
  const months = product?.defaultWarrantyMonths ?? null;
  if (months === null || delivered === null) return { warrantyStart: null, warrantyEnd: null, warrantySource: 'UNKNOWN' };
  return { warrantyStart: delivered, warrantyEnd: correspondingDay(delivered, months), warrantySource: 'PRODUCT_DEFAULT' };
};

/** Labels of units carry a token in their code; in the demo it is the serial's, so that a code can be tried by hand. */
const qrToken = (serial: string): string => `demo-${serial.toLowerCase()}`;

export const demoUnits = (customers: readonly Customer[], ofContracts: readonly Contract[], products: readonly Product[]): readonly InstalledUnit[] =>
  cellsOf(units).map(([number, productCode = '', serialNo = '', delivered, commissioned], index): InstalledUnit => {
    const customerId = customerAt(number);
    const customer = customers.find((row) => row.customerId === customerId);
    const contract = ofContracts.find((row) => row.customerId === customerId);
    const deliveredDate = dateIn(delivered);
    return {
      equipId: numbered('EQ', index, 5), serialNo, productId: `PR-${productCode}`, customerId, contractId: contract?.contractId ?? null,
      siteAddress: customer?.address ?? null, siteCity: customer?.city ?? null, deliveredDate, commissionedDate: dateIn(commissioned), invoicedDate: null,
      ...coverOf(contract, products.find((row) => row.productId === `PR-${productCode}`), deliveredDate),
      qrToken: qrToken(serialNo), replacedBy: null, faultCount12m: null, status: 'IN_USE',
    };
  });
