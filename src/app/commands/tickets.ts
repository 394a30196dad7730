import type { ApprovalOutcome } from '../approvals/request-approval';
import type { CommandDefinition } from '../command';
import { agreeDate, assignOwner, planService, startRemote } from './tickets/arrange';
import { archiveTicket } from './tickets/archive';
import { decideChargeOfTicket } from './tickets/charge';
import { classifyTicket, proposeClass } from './tickets/classify';
import { downgradeOutcome } from './tickets/downgrade';
import { cancelTicket, closeTicket, reopenTicket } from './tickets/end';
import { handOver, reportToManagers, tellProgress } from './tickets/follow';
import { holdTicket, releaseTicket } from './tickets/hold';
import { identifyUnit } from './tickets/identify';
import { mergeTicket } from './tickets/merge';
import { handBack, receiveUnit } from './tickets/receive-unit';
import { refusalOutcome, refuseTicket } from './tickets/refuse';
import { noticesOf } from './tickets/notices-of';
import { quarantineCommands } from './tickets/quarantine';
import { registerTicket } from './tickets/register';
import { unitLabel } from './tickets/unit-label';
import { showContact } from './tickets/show-contact';
import { lookUp, takeTicket, ticketText } from './tickets/take';
import { answerAtOnce, cannotSolve, repairDone } from './tickets/work';

export const ticketsCommands: readonly CommandDefinition[] = [
  registerTicket,
  takeTicket,
  lookUp,
  ticketText,
  unitLabel,
  identifyUnit,
  ...quarantineCommands,
  classifyTicket,
  proposeClass,
  handOver,
  answerAtOnce,
  planService,
  agreeDate,
  assignOwner,
  startRemote,
  holdTicket,
  releaseTicket,
  reportToManagers,
  tellProgress,
  decideChargeOfTicket,
  repairDone,
  cannotSolve,
  closeTicket,
  cancelTicket,
  reopenTicket,
  archiveTicket,
  refuseTicket,
  mergeTicket,
  receiveUnit,
  handBack,
  showContact,
  noticesOf,
];

export const ticketsOutcomes: readonly ApprovalOutcome[] = [downgradeOutcome, refusalOutcome];
