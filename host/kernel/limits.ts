/** The platform's limits as the workspace keeps them. */
export interface Limits {
  /** Seconds an execution may take; what it sleeps counts although nobody waits for it. */
  readonly executionSeconds: number;
  readonly simpleTriggerSeconds: number;
  /** Seconds that a script waits for the answer to a box; they do not count as its own. */
  readonly answerSeconds: number;
  /** Executions of one account at the same time. */
  readonly executionsAtOnce: number;
  readonly triggersPerUser: number;
  /** What all installed triggers of an account may run in a day together. */
  readonly triggerMinutesPerDay: number;
  readonly recipientsPerDay: number;
  readonly recipientsPerMail: number;
  readonly mailBodyBytes: number;
  readonly attachmentsPerMail: number;
  readonly attachmentBytesPerMail: number;
  readonly urlFetchesPerDay: number;
  readonly urlLength: number;
  readonly urlFetchPostBytes: number;
  readonly callsFromPageAtOnce: number;
  /** Executions whose records are kept. */
  readonly executionsKept: number;
}

export const consumerLimits: Limits = {
  executionSeconds: 360,
  simpleTriggerSeconds: 30,
  answerSeconds: 3600,
  executionsAtOnce: 30,
  triggersPerUser: 20,
  triggerMinutesPerDay: 90,
  recipientsPerDay: 100,
  recipientsPerMail: 50,
  mailBodyBytes: 200 * 1024,
  attachmentsPerMail: 250,
  attachmentBytesPerMail: 25 * 1024 * 1024,
  urlFetchesPerDay: 20_000,
  urlLength: 2082,
  urlFetchPostBytes: 50 * 1024 * 1024,
  callsFromPageAtOnce: 10,
  executionsKept: 1000,
};

/** Accounts of a paid domain. */
export const workspaceLimits: Limits = { ...consumerLimits, triggerMinutesPerDay: 360, recipientsPerDay: 1500, mailBodyBytes: 400 * 1024, urlFetchesPerDay: 100_000 };
