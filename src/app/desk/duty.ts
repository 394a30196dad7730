import { dutyRoster, dutyShift, staff } from '../../../sheets-templates';
import { atMinute, dateOf, words } from '../../terms';
import { shiftsToConfirm } from '../../tickets';
import { staffIdOf } from '../actor';
import type { DeskSource } from '../command';
import { confirmDuty } from '../commands/duty';
import { offerOf } from './offers';

/** The coming days' shifts before whoever has them, until they are confirmed (R-163). */
export const dutyDesk: DeskSource = {
  reads: [dutyRoster, staff],
  items: ({ draft, actor, now }) => {
    const mine = shiftsToConfirm(draft.all(dutyRoster), dateOf(now)).filter(({ primary }) => primary === staffIdOf(actor));
    const [next] = mine;
    if (next === undefined) return [];
    return [{
      objectId: next.dutyId, kind: words('值班', 'Duty'), title: next.date, status: words('待确认', 'To be confirmed'), severity: null, dueAt: atMinute(next.date, 0),
      facts: mine.map(({ date, shift, backup, phone }) => ({ label: words(`${date} ${dutyShift[shift].zh}`, `${date} ${dutyShift[shift].en}`), value: `${phone} · ${draft.find(staff, backup)?.name ?? backup}` })),
      offers: [offerOf(confirmDuty, next.dutyId, { primary: [confirmDuty.name] })], forms: [],
    }];
  },
};
