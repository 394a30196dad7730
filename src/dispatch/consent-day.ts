import { dateOf, type Instant, type LocalDate } from '../terms';

/**
 * The daily dispatch list that an order's consent belongs to (R-266, 3.4): one for each departure date. An order whose
 * departure moves to another date is on another list and needs consent again (G-DP-8).
 */
export const consentDay = (depart: Instant | LocalDate): string => `DC-${depart.slice(0, 10).replace(/-/g, '')}`;

export const consentHolds = (consentId: string | null, departedAt: Instant): boolean => consentId === consentDay(dateOf(departedAt));
