/** The platform's limits as the workspace keeps them. Consumer account values unless said otherwise. */
export interface Limits {
  /** Seconds an execution may take; what it sleeps counts although nobody waits for it. */
  readonly executionSeconds: number;
  readonly simpleTriggerSeconds: number;
  readonly triggersPerUser: number;
  readonly recipientsPerDay: number;
  readonly recipientsPerMail: number;
  readonly urlFetchesPerDay: number;
  readonly callsFromPageAtOnce: number;
  /** Executions whose records are kept. */
  readonly executionsKept: number;
}

export const consumerLimits: Limits = {
  executionSeconds: 360,
  simpleTriggerSeconds: 30,
  triggersPerUser: 20,
  recipientsPerDay: 100,
  recipientsPerMail: 50,
  urlFetchesPerDay: 20000,
  callsFromPageAtOnce: 10,
  executionsKept: 1000,
};
