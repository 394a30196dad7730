/** What managers get to read at month's end: figures, their comparison, and the mail that carries them (section 8). */
export * from './report-mail';
