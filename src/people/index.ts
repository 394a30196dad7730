/** The papers that people hand in: monthly work report, travel request and expense claim, their states and who signs them (3.12, 3.13, 5.5). */
export * from './claims';
export * from './leave-balance';
export * from './month-prefill';
export * from './transitions';
export * from './travel-modes';
