import type { RepairOrder } from '../../sheets-templates';
import { workingDayAfter, type Calendar } from '../deadlines';
import type { LocalDate } from '../terms';

const graceWorkingDays = 10;

/** RT-10: items expected back whose due date lies more than ten working days ago. */
export const missingReturns = (repairs: readonly RepairOrder[], calendar: Calendar, today: LocalDate): readonly RepairOrder[] =>
  repairs.filter((repair) => repair.status === 'EXPECTED' && workingDayAfter(calendar, repair.dueBack, graceWorkingDays) < today);
