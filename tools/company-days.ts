/** Many companies, each for itself in a process of its own: `npm run simulate -- --company-days 1000 [--seed N] [--pace P] [--jobs 2]`. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Sizes and stretches of one round; the round begins anew with other seeds until there are enough days. */
const round: readonly { readonly people: number; readonly days: number; readonly start: string }[] = [
  { people: 15, days: 30, start: '2026-03-02 00:00' },
  { people: 5, days: 30, start: '2026-01-26 00:00' },
  { people: 40, days: 10, start: '2026-09-21 00:00' },
  { people: 15, days: 30, start: '2026-04-20 00:00' },
  { people: 5, days: 60, start: '2026-05-04 00:00' },
  { people: 40, days: 10, start: '2026-06-22 00:00' },
  { people: 15, days: 30, start: '2026-12-07 00:00' },
];

export interface Company {
  readonly seed: string;
  readonly people: number;
  readonly days: number;
  readonly start: string;
}

export const companies = (wanted: number, seed: string): readonly Company[] => {
  const list: Company[] = [];
  for (let days = 0; days < wanted; days += list[list.length - 1]?.days ?? wanted) {
    const next = round[list.length % round.length];
    if (next !== undefined) list.push({ ...next, days: Math.min(next.days, wanted - days), seed: `${seed}.${list.length + 1}` });
  }
  return list;
};

interface Lived {
  readonly company: Company;
  readonly holds: boolean;
  readonly output: string;
}

const live = (program: string, company: Company, more: readonly string[]): Promise<Lived> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, '--seed', company.seed, '--people', String(company.people), '--days', String(company.days), '--start', company.start, '--quiet', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (code) => resolve({ company, holds: code === 0, output }));
  });

/** How far a company got with its work. */
const milestones = ['intake', 'dispatch.submit', 'dispatch.depart', 'form', 'acceptance', 'ticket.close', 'parts.ship', 'expense.pay'];
const wayOf = (output: string): string => milestones.map((name) => `${name} ${[...output.matchAll(new RegExp(`[ ,]${name.replace('.', '\\.')}[\\w.]* (\\d+)/`, 'g'))].reduce((sum, [, count]) => sum + Number(count), 0)}`).join(', ');

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

/** Lives through all of them, several at a time. Gives whether everything held. */
export const liveAll = async (program: string, wanted: number, seed: string, jobs: number | null, more: readonly string[]): Promise<boolean> => {
  const waiting = [...companies(wanted, seed)];
  const began = Date.now();
  const faults = new Map<string, number>();
  const done = new Map<string, number>();
  const total = { days: 0, steps: 0, executions: 0, mails: 0, failed: 0 };
  const work = async (): Promise<void> => {
    for (let company = waiting.shift(); company !== undefined; company = waiting.shift()) {
      const { holds, output } = await live(program, company, more);
      total.days += company.days;
      total.steps += numberIn(output, /(\d+) steps/);
      total.executions += numberIn(output, /(\d+) executions/);
      total.mails += numberIn(output, /(\d+) mails/);
      for (const [, kind = '', count = '0'] of (/^faults: (.*)$/m.exec(output)?.[1] ?? '').matchAll(/([a-zA-Z ]+?) (\d+)(?:, |$)/g)) faults.set(kind, (faults.get(kind) ?? 0) + Number(count));
      for (const [, command = '', count = '0'] of (/^tried: (.*)$/m.exec(output)?.[1] ?? '').matchAll(/([\w.]+)(?: \([^)]*\))? (\d+)\/\d+\/\d+/g)) done.set(command, (done.get(command) ?? 0) + Number(count));
      if (!holds) total.failed += 1;
      console.log(`${total.days} of ${wanted} company-days, ${Math.round((Date.now() - began) / 60_000)} minutes: seed ${company.seed}, ${company.people} people, ${company.days} days from ${company.start.slice(0, 10)}: ${holds ? `everything holds (${wayOf(output)})` : `\n${output}`}`);
    }
  };
  await Promise.all(Array.from({ length: jobs ?? availableParallelism() }, work));
  console.log(`${total.days} company-days, ${total.steps} steps, ${total.executions} executions, ${total.mails} mails; faults: ${[...faults].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  // What was lived: a thousand days in which nobody travelled would prove little.
  console.log(`done: ${[...done].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one).map(([command, count]) => `${command} ${count}`).join(', ')}`);
  console.log(total.failed === 0 ? 'everything holds' : `${total.failed} companies FAILED`);
  return total.failed === 0;
};
