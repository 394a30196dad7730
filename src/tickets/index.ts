/** Service tickets (regulation 3.1, 4.2): states, classes, matching of customers and units, reports to managers, closing. */
export * from './transitions';
export * from './stage';
export * from './severity';
export * from './classify-severity';
export * from './duty';
export * from './manager-reports';
export * from './matching';
export * from './closing';
export * from './archiving';
export * from './history';
export * from './repeats';
export * from './surveys';
export * from './tasks';
export * from './masks';
export * from './place';
