/**
 * Many pieces of work side by side on one clock: each is a course that somebody goes through step by step, and says after
 * each step at which moment it goes on.
 */
export type Course = AsyncGenerator<number, void, void>;

interface Entry {
  readonly at: number;
  readonly name: string;
  readonly course: Course;
}

export class Agenda {
  /** Courses that broke off, with why: the product said no, or a page did not open. */
  readonly broken: string[] = [];
  /** Earliest first; of the same moment the one that was added first. */
  private readonly entries: Entry[] = [];

  add(at: number, name: string, course: Course): void {
    const later = this.entries.findIndex((entry) => entry.at > at);
    this.entries.splice(later < 0 ? this.entries.length : later, 0, { at, name, course });
  }

  /** Goes through everything up to a moment; `goTo` moves the clock there, never back. */
  async until(end: number, goTo: (at: number) => Promise<void>): Promise<void> {
    for (let next = this.entries[0]; next !== undefined && next.at <= end; next = this.entries[0]) {
      this.entries.shift();
      await goTo(next.at);
      try {
        const step = await next.course.next();
        if (step.done !== true) this.add(Math.max(step.value, next.at), next.name, next.course);
      } catch (error) {
        this.broken.push(`${next.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    await goTo(end);
  }
}
