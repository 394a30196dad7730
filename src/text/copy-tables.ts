import { dispatchOrders, partsLines, partsRequests, quotes, repairOrders, siteReports, slaClocks, staff, tickets } from '../../sheets-templates';

/** What one message of WeChat, QQ or SMS takes (10.5). */
export const longestText = 500;

/** Tables behind the texts. */
export const copyTables = [tickets, dispatchOrders, siteReports, partsRequests, partsLines, repairOrders, quotes, slaClocks, staff] as const;
