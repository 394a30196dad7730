import type { DeskSource } from '../command';
import { ticketsDesk } from './tickets';

/** Every trade's contribution to the desk. */
export const sources: readonly DeskSource[] = [ticketsDesk];
