import * as approvalTables from './approvals';
import * as customerTables from './customers';
import * as dispatchTables from './dispatch';
import * as expenseTables from './expenses';
import * as fieldTables from './field';
import * as partsTables from './parts';
import * as peopleTables from './people';
import * as referenceTables from './reference';
import * as systemTables from './system';
import * as ticketTables from './tickets';

/** Every table of the deployment, in the order of their tabs. */
export const tables = {
  ...ticketTables,
  ...dispatchTables,
  ...fieldTables,
  ...partsTables,
  ...customerTables,
  ...peopleTables,
  ...expenseTables,
  ...approvalTables,
  ...referenceTables,
  ...systemTables,
};

export type TableName = keyof typeof tables;
export type AnyTable = (typeof tables)[TableName];

export const allTables: readonly AnyTable[] = Object.values(tables);

export * from './approvals';
export * from './choices';
export * from './customers';
export * from './default-cities';
export * from './default-holidays';
export * from './default-settings';
export * from './dispatch';
export * from './expenses';
export * from './field';
export * from './parts';
export * from './people';
export * from './reference';
export * from './system';
export * from './table';
export * from './tickets';
