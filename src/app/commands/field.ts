import type { CommandDefinition } from '../command';
import { arrivalReport } from './field/arrival';
import { acceptTrip, returnTrip } from './field/check-trip';
import { answerHelp, dailyReport, preLeaveReport } from './field/reports';
import { tripReport } from './field/trips';

export const fieldCommands: readonly CommandDefinition[] = [arrivalReport, dailyReport, answerHelp, preLeaveReport, tripReport, returnTrip, acceptTrip];
