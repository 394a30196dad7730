/**
 * What the platform answers when a request cannot be done. Thrown inside the host so that a half-done change is dropped; every door
 * of the host (REST, guest classes, people) turns it into its own words.
 */
export type RefusalKind = 'invalid' | 'denied' | 'missing' | 'unimplemented';

export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const invalid = (message: string): Refusal => new Refusal('invalid', message);
