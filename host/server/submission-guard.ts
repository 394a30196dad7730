/** Keeps a form from being sent twice: by a double click, a reload of the answer, or a second try after a slow first. */
import { randomUUID } from 'node:crypto';

const SUBMISSIONS_REMEMBERED = 1000;

interface Outcome {
  readonly ok: boolean;
}

export class SubmissionGuard<T extends Outcome> {
  private readonly outcomes = new Map<string, Promise<T>>();

  /** A token for one page load of a form. */
  issue(): string {
    return randomUUID();
  }

  /** Runs `submit` unless the same token already succeeded or is under way; then its outcome is the answer again. */
  once(token: string, submit: () => Promise<T>): Promise<T> {
    const earlier = this.outcomes.get(token);
    if (earlier && token !== '') return earlier;
    const outcome = submit();
    if (token === '') return outcome;
    this.outcomes.set(token, outcome);
    outcome.then(
      (result) => {
        if (!result.ok) this.outcomes.delete(token);
      },
      () => this.outcomes.delete(token),
    );
    for (const oldest of this.outcomes.keys()) {
      if (this.outcomes.size <= SUBMISSIONS_REMEMBERED) break;
      this.outcomes.delete(oldest);
    }
    return outcome;
  }
}
