/** Parts requests, shipments and returned items (regulation 3.6, 3.7). */
export * from './guards';
export * from './missing';
export * from './transitions';
