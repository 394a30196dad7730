import type { DeskSource } from '../command';
import { chargesDesk } from './charges';
import { calendarDesk } from './deadlines';
import { delegationsDesk } from './delegations';
import { dispatchDesk } from './dispatch';
import { dutyDesk } from './duty';
import { expensesDesk } from './expenses';
import { fieldDesk } from './field';
import { partsDesk } from './parts';
import { peopleDesk } from './people';
import { periodicDesk } from './periodic';
import { registersDesk } from './registers-source';
import { surveysDesk } from './surveys';
import { tasksDesk } from './tasks';
import { inboxDesk } from './ticket-inbox';
import { ticketsDesk } from './tickets';

/** Every trade's contribution to the desk. */
export const sources: readonly DeskSource[] = [inboxDesk, ticketsDesk, tasksDesk, surveysDesk, registersDesk, dispatchDesk, fieldDesk, partsDesk, peopleDesk, periodicDesk, expensesDesk, chargesDesk, calendarDesk, delegationsDesk, dutyDesk];
