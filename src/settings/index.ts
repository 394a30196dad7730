/** The settings catalogue of section 12 as code reads it: typed, dated, with the regulation's defaults. */
export * from './check-setting';
export * from './opening-hours';
export * from './read-settings';
