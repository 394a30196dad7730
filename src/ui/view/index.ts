/** What the pages show, as plain data. Pure functions of work items, approvals and the customer's view. */
export * from './approval-view';
export * from './desk-view';
export * from './field-view';
export * from './message-view';
