import type { Ticket } from '../../sheets-templates';

/** Where the unit stands, with the city named once: many addresses begin with it. */
export const placeOf = ({ siteCity, siteAddress }: Pick<Ticket, 'siteCity' | 'siteAddress'>): string => (siteAddress.startsWith(siteCity) ? siteAddress : `${siteCity} ${siteAddress}`.trim());
