import type { TicketStatus } from '../../sheets-templates';
import { words, type Words } from '../terms';

/** The five stages that R-170 cuts a service into, as the customer sees them. */
export const stages: readonly Words[] = [
  words('受理', 'Received'),
  words('安排', 'Planned'),
  words('实施', 'Work'),
  words('验收', 'Sign-off'),
  words('评价', 'Review'),
];

/** Index into `stages`; null for tickets that ended outside the normal course. */
const stageByStatus: Readonly<Record<TicketStatus, number | null>> = {
  NEW: 0,
  TRIAGED: 0,
  SCHEDULED: 1,
  DISPATCHED: 1,
  ON_SITE: 2,
  IN_SHOP: 2,
  REMOTE: 2,
  REPAIRED: 3,
  ACCEPTED: 3,
  CLOSED: 4,
  ARCHIVED: 4,
  CANCELLED: null,
  REFUSED: null,
  MERGED: null,
};

export const stageOf = (status: TicketStatus): number | null => stageByStatus[status];

const next: Readonly<Record<TicketStatus, Words>> = {
  NEW: words('我们会尽快与您联系，了解情况并安排。', 'We will contact you shortly to learn the details and arrange the service.'),
  TRIAGED: words('我们正在安排服务人员和时间。', 'We are arranging an engineer and a date.'),
  SCHEDULED: words('工程师将按约定时间上门或远程服务。', 'The engineer will come, or help remotely, at the agreed time.'),
  DISPATCHED: words('工程师已安排，正在前往或准备出发。', 'An engineer is assigned and is on the way or about to leave.'),
  ON_SITE: words('工程师正在现场处理。', 'The engineer is working on site.'),
  IN_SHOP: words('设备正在我公司维修。', 'The unit is being repaired at our workshop.'),
  REMOTE: words('我们正在远程处理。', 'We are working on it remotely.'),
  REPAIRED: words('维修已完成，请确认验收。', 'The repair is done; please confirm the acceptance.'),
  ACCEPTED: words('您已验收，感谢您的配合。我们正在整理资料。', 'You have accepted the work, thank you. We are completing our records.'),
  CLOSED: words('服务已完成。如问题再次出现，请与我们联系。', 'The service is complete. Please contact us if the problem comes back.'),
  ARCHIVED: words('服务已完成并归档。', 'The service is complete and archived.'),
  CANCELLED: words('此工单已取消。', 'This ticket has been cancelled.'),
  REFUSED: words('此项服务未能受理，请查看我们给您的说明。', 'This service could not be provided; please see our explanation.'),
  MERGED: words('此工单已并入另一工单处理。', 'This ticket is handled together with another one.'),
};

/** What happens next, in words for the customer (10.3). */
export const nextStep = (status: TicketStatus): Words => next[status];
