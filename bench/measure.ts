import type { ExecutionRecord, ServiceCall } from '../host/contract';
import { story, type Step } from '../test/journeys/story';
import { openCompany, type Company } from './company';
import { givePast } from './history';

/** What one run asked of the platform. */
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
  readonly calls: readonly ServiceCall[];
}

/** The execution that carries a command, by how it came in. */
const carriers = ['formSubmitted', 'cellEdited', 'pageAction', 'doPost'];
const toSheets = /^UrlFetchApp\.fetch(All)?$|^Sheets\.|^Range\.(get|set)(Display)?Values?$|^Sheet\.appendRow$/;

export const measured = (command: string, { calls, cpuMilliseconds }: ExecutionRecord): Measured => {
  const sum = (of: (call: ServiceCall) => number): number => calls.reduce((total, call) => total + of(call), 0);
  return {
    command, calls, cpuMilliseconds, serviceCalls: calls.length, roundTrips: calls.filter((call) => toSheets.test(call.name) && call.cellsRead + call.cellsWritten > 0).length,
    cellsRead: sum((call) => call.cellsRead), cellsWritten: sum((call) => call.cellsWritten), bytes: sum((call) => call.bytes),
  };
};

/** The runs that an action set off, oldest first. */
export const runsOf = async (company: Company, act: () => Promise<unknown>): Promise<readonly ExecutionRecord[]> => {
  const before = new Set(company.workspace.executions(1000).map((record) => record.id));
  await act();
  return company.workspace.executions(200).filter((record) => !before.has(record.id)).reverse();
};

const cellsWritten = ({ calls }: ExecutionRecord): number => calls.reduce((sum, call) => sum + call.cellsWritten, 0);

/** Measures each step once. Of one step several runs may be due, such as opening a desk; the one that wrote carried the command. */
export const measureSteps = async (company: Company, steps: readonly Step[]): Promise<readonly Measured[]> => {
  const found: Measured[] = [];
  for (const step of steps) {
    await company.at(step.at);
    const runs = (await runsOf(company, () => step.act(company))).filter((record) => carriers.includes(record.functionName));
    const [carrier] = [...runs].sort((one, other) => cellsWritten(other) - cellsWritten(one));
    if (carrier === undefined) throw new Error(`Nothing ran for ${step.name}`);
    found.push(measured(`${step.command} (${carrier.functionName})`, carrier));
  }
  return found;
};

/** Lives through the main job in a company with so many tickets behind it. */
export const measureStory = async (tickets: number, dist: string): Promise<readonly Measured[]> => {
  const company = await openCompany('2026-03-03T09:00:00+08:00', dist);
  try {
    await givePast(company, tickets);
    return await measureSteps(company, story);
  } finally {
    await company.close();
  }
};
