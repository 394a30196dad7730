import type { TripStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/** 出差工作报告 (regulation 3.5). The clerk checks; for a clerk's own trip, where no other clerk is left, the supervisor does (6.1 no. 3). */
export const tripTransitions: readonly Transition<TripStatus>[] = [
  { id: 'TR-submit', command: 'field.tripReport', label: words('提交出差报告', 'Submit the trip report'), from: null, to: 'SUBMITTED', actors: ['LEAD'] },
  { id: 'TR-submit', command: 'field.tripReport', label: words('重新提交出差报告', 'Submit the trip report again'), from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', actors: ['LEAD'] },
  { id: 'TR-return', command: 'field.returnTrip', label: words('退回出差报告', 'Return the trip report'), from: ['SUBMITTED'], to: 'RETURNED', actors: ['CLK', 'SUP'] },
  { id: 'TR-accept', command: 'field.acceptTrip', label: words('接收出差报告', 'Accept the trip report'), from: ['SUBMITTED'], to: 'ACCEPTED', actors: ['CLK', 'SUP'] },
  { id: 'TR-distribute', command: 'field.acceptTrip', label: words('分发故障报告', 'Distribute the fault report'), from: ['ACCEPTED'], to: 'DISTRIBUTED', actors: ['SYS'] },
  { id: 'TR-archive', command: 'sweep.archive', label: words('归档', 'Archive'), from: ['ACCEPTED', 'DISTRIBUTED'], to: 'ARCHIVED', actors: ['SYS'] },
];
