import type { Ticket } from '../../../../sheets-templates';
import { refuseDeparture } from '../../../charges';
import type { Refusal } from '../../../terms';
import type { Request } from '../../request';

/** G-TK-7 for a ticket as it stands. Releases by the GM are not recorded yet, so none is taken as given. */
export const refuseCharge = ({ settings, now }: Pick<Request, 'settings' | 'now'>, ticket: Ticket): Refusal | null =>
  refuseDeparture({ severity: ticket.severity, chargeStatus: ticket.chargeStatus, emergencyRelease: false, blocksC: settings.flag('charge.block_C', now) });
