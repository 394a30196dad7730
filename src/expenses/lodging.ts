import type { KeyOf, LodgingTier } from '../../sheets-templates';
import { atMinute, fen, nothing, sum, times, type Fen, type LocalDate } from '../terms';
import type { Settings } from '../settings';
import type { CityBook } from './city-book';
import type { ClaimedLine } from './facts';
import { nightsOf } from './trip-days';

/** the cap a night by tier. Tier MANUAL has none. */
const caps: Readonly<Record<Exclude<LodgingTier, 'MANUAL'>, KeyOf<'yuan/night'>>> = {
  T1: 'exp.lodging.T1',
  PC: 'exp.lodging.PC',
  OT: 'exp.lodging.OT',
};

/** Cap × nights × persons of one line, each night at the cap of its own date; only nights inside a trip (5.4). */
export const lodgingCap = (line: ClaimedLine, cities: CityBook, settings: Settings, isPayable: (night: LocalDate) => boolean): Fen => {
  const { tier } = cities.find(line.city ?? '');
  if (tier === 'MANUAL') return nothing;
  const nights = nightsOf(line).filter(isPayable);
  return times(sum(nights.map((night) => settings.fen(caps[tier], atMinute(night, 0)))), 1 + line.sharers.length);
};

/** Everyone who sleeps on the invoice: the claimant and the sharers. */
export const guestsOf = (line: ClaimedLine, claimantId: string): readonly string[] => [...new Set([claimantId, ...line.sharers])];

/** Whether a night of someone on the line is used already (DUP_NIGHT). */
export const overlapsNight = (line: ClaimedLine, claimantId: string, used: readonly { readonly personId: string; readonly date: LocalDate }[]): boolean => {
  const guests = guestsOf(line, claimantId);
  const nights = nightsOf(line);
  return used.some((night) => guests.includes(night.personId) && nights.includes(night.date));
};

/** What the lines of one invoice and city may still be paid together: caps pool inside it and nowhere else (AMB-27). */
export const pooledRoom = (caps: readonly Fen[], paid: readonly Fen[]): Fen => fen(Math.max(0, sum(caps) - sum(paid)));
