import type { Company } from '../../test/journeys/company';
import { day, hour, minute, startOfDay, writtenDate } from '../../test/simulation/moments';
import { Random } from '../../test/simulation/random';
import { Agenda } from './agenda';
import { customerAt, questions, troubles } from './cases';
import { Office } from './office';
import { answerQuestion, paidRepair } from './office-jobs';
import { receive, type Asked, type Place, type Severity } from './reception';
import { confirmDuty, doTasks, sendReports, tellNews, turnOfMonth } from './routine';
import { wayTo } from './travel';
import { visitCustomer } from './visits';
import { isWorkDay, workDaysLater } from './work-days';

/** The invented company at work: customers ask, and everything that a request leads to is done, mostly in time. */

async function* job(place: Place, random: Random): AsyncGenerator<number, void, void> {
  if (random.chance(0.25)) {
    const question = random.pick(questions);
    const asked: Asked = { number: question.customer, customer: customerAt(question.customer), model: question.model, serial: question.serial, fault: question.asks, severity: 'C', service: '技术咨询' };
    return yield* answerQuestion(place, yield* receive(place, asked), asked, question);
  }
  const trouble = random.pick(troubles);
  const severity: Severity = trouble.paid === true ? 'C' : random.weighted(['A', 'B', 'C'] as const, (one) => (one === 'C' ? 6 : wayTo(customerAt(trouble.customer).city).hours > 6 ? 0 : one === 'B' ? 2 : 0.5)) ?? 'C';
  const asked: Asked = { number: trouble.customer, customer: customerAt(trouble.customer), model: trouble.model, serial: trouble.serial, fault: trouble.fault, severity, service: '维修' };
  const ticket = yield* receive(place, asked);
  yield* trouble.paid === true ? paidRepair(place, ticket, trouble, asked) : visitCustomer(place, ticket, trouble, asked);
}

/** When customers ask on a day: mostly in office hours, now and then in the evening; less at weekends. */
const requestsOf = (midnight: number, random: Random): readonly number[] =>
  Array.from({ length: isWorkDay(midnight) ? random.integer(0, 2) : random.chance(0.2) ? 1 : 0 }, () => midnight + (random.chance(0.9) ? random.integer(8 * 60 + 20, 16 * 60) : random.integer(16 * 60, 21 * 60)) * minute).sort((one, other) => one - other);

/**
 * The clock's run comes after everything that somebody does, besides every hour by day and a few times at night: as good as every
 * five minutes for who looks at it later, and much quicker.
 */
const isLook = (at: number): boolean => {
  const minutes = Math.round((at - startOfDay(at)) / minute);
  return minutes % (minutes >= 8 * 60 && minutes < 20 * 60 ? 60 : 150) < 5;
};

const monthBefore = (midnight: number): string => writtenDate(startOfDay(midnight) - Number(writtenDate(midnight).slice(8)) * day).slice(0, 7);

/** Lives so many days. @returns what broke off, with why */
export const liveMonths = async (company: Company, seed: string, days: number, progress: (date: string) => void = () => undefined): Promise<readonly string[]> => {
  const agenda = new Agenda();
  const random = new Random(seed);
  const office = new Office(company, random.for('office'));
  const place: Place = { office, agenda };
  company.workspace.setTriggerHook(({ eventType, at }) => (eventType !== 'CLOCK' || at - office.lastDone < 6 * minute || isLook(at) ? { kind: 'fire' } : { kind: 'drop' }));
  const goTo = async (at: number): Promise<void> => {
    if (at > office.now()) await company.workspace.advanceTo(at);
  };
  const begin = startOfDay(office.now());
  agenda.add(begin + 9 * hour, 'news', tellNews(place));
  agenda.add(begin + 15 * hour, 'reports', sendReports(place));
  agenda.add(begin + 16 * hour, 'tasks', doTasks(place));
  agenda.add(begin + 16.5 * hour, 'duty', confirmDuty(place));
  for (let date = 0; date < days; date += 1) {
    const midnight = begin + date * day;
    const chance = random.for(date);
    for (const [index, at] of requestsOf(midnight, chance).entries()) agenda.add(at, `job ${writtenDate(midnight)}-${index + 1}`, job(place, chance.for(index)));
    if (writtenDate(midnight).endsWith('-01') || date === 0) agenda.add(workDaysLater(midnight, date === 0 ? 1 : 0, 10), `month before ${writtenDate(midnight)}`, turnOfMonth(place, monthBefore(midnight)));
    await agenda.until(midnight + day, goTo);
    progress(writtenDate(midnight));
  }
  return agenda.broken;
};
