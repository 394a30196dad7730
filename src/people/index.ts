/** The papers that people hand in: the monthly work report and the expense claim, their states and who signs them (3.12, 3.13). */
export * from './month-prefill';
export * from './transitions';
