/** Work on site (regulation 3.5): arrival, daily and pre-leave reports, trip reports. */
export * from './guards';
export * from './transitions';
