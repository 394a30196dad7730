/** Deadlines (regulation 4): the calendar, the four clocks, the rules S-01…S-49, pauses and the escalation ladder. */
export * from './calendar';
export * from './open-time';
