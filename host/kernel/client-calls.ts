/** google.script.run, from the script's side. */
import type { AskPerson } from '../contract';
import { recordingUi } from '../services/ui';
import { answerForPage, isIllegalArgument } from './plain-data';
import type { Events } from './events';
import type { Kernel } from './kernel';

/** What a page's failure handler gets. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

export class ClientCalls {
  /** Calls under way and those that wait for their turn, by session. */
  readonly #sessions = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  constructor(
    private readonly kernel: Kernel,
    private readonly events: Events,
  ) {}

  /** @throws ScriptError for everything the failure handler would be told */
  async call(sessionId: string, functionName: string, args: readonly unknown[], ask?: AskPerson): Promise<unknown> {
    const session = this.kernel.sessions.find(sessionId);
    const project = session ? this.kernel.projects.find(session.project) : null;
    if (!session || !project) throw new ScriptError('The page is no longer valid. Reload it and try again.');
    const illegal = args.findIndex(isIllegalArgument);
    if (illegal >= 0) throw new ScriptError(`Failed due to illegal value in property: ${illegal}`);
    if (functionName.endsWith('_') || !(await this.events.functionNames(project)).includes(functionName)) throw new ScriptError(`Script function not found: ${functionName}`);
    const done = await this.#turn(sessionId);
    try {
      const { runsAs, person, activeUser, origin } = session;
      const { record, value } = await this.kernel.executions.run({
        project, functionName, kind: 'client', runsAs, person, activeUser, args: () => args,
        ...(origin === 'menu' ? { containerUi: recordingUi(ask).containerUi } : { awayFromContainer: true }),
      });
      if (record.status !== 'completed') throw new ScriptError((record.error ?? record.status).replace(/^Error: /, ''));
      return answerForPage(value);
    } finally {
      done();
    }
  }

  async #turn(sessionId: string): Promise<() => void> {
    const line = this.#sessions.get(sessionId) ?? { running: 0, waiting: [] };
    this.#sessions.set(sessionId, line);
    if (line.running < this.kernel.limits.callsFromPageAtOnce) line.running += 1;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    return () => {
      const next = line.waiting.shift();
      if (next) next();
      else line.running -= 1;
      if (line.running === 0) this.#sessions.delete(sessionId);
    };
  }
}
