import type { ExecutionRecord } from '../host/contract';
import { story } from '../test/journeys/story';
import { openCompany } from './company';
import { givePast } from './history';

/** What one command of the story asked of the platform. */
export interface Measured {
  readonly command: string;
  readonly serviceCalls: number;
  /** Requests to Sheets that one waits for: a `fetchAll` is one, whatever the number of workbooks. */
  readonly roundTrips: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly bytes: number;
  /** Processor time of the bundle alone. */
  readonly cpuMilliseconds: number;
}

/** The execution that carries a command, by how it came in. */
const carriers = ['formSubmitted', 'cellEdited', 'pageAction', 'doPost'];
const toSheets = /^UrlFetchApp\.fetch(All)?$|^Sheets\./;

const measured = (command: string, record: ExecutionRecord): Measured => {
  const sheets = record.calls.filter((call) => toSheets.test(call.name) && call.cellsRead + call.cellsWritten > 0);
  const sum = (of: (call: ExecutionRecord['calls'][number]) => number): number => record.calls.reduce((total, call) => total + of(call), 0);
  return { command, serviceCalls: record.calls.length, roundTrips: sheets.length, cellsRead: sum((call) => call.cellsRead), cellsWritten: sum((call) => call.cellsWritten), bytes: sum((call) => call.bytes), cpuMilliseconds: record.cpuMilliseconds };
};

/** Lives through the story in a company with so many tickets behind it and measures each command once. */
export const measureStory = async (tickets: number, dist: string): Promise<readonly Measured[]> => {
  const company = await openCompany('2026-03-03T09:00:00+08:00');
  try {
    await givePast(company, tickets, dist);
    const found: Measured[] = [];
    for (const step of story) {
      await company.at(step.at);
      const before = new Set(company.workspace.executions(1000).map((record) => record.id));
      await step.act(company);
      // Of one step several runs may be due, such as opening a desk; the one that wrote carried the command.
      const runs = company.workspace.executions(40).filter((record) => !before.has(record.id) && carriers.includes(record.functionName));
      const carrier = runs.sort((one, other) => other.calls.reduce((n, call) => n + call.cellsWritten, 0) - one.calls.reduce((n, call) => n + call.cellsWritten, 0))[0];
      if (carrier === undefined) throw new Error(`Nothing ran for ${step.name}`);
      found.push(measured(`${step.command} (${carrier.functionName})`, carrier));
    }
    return found;
  } finally {
    await company.close();
  }
};
