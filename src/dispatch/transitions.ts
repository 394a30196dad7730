import type { DispatchStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

/**
 * 派工单 (regulation 3.3). Rows fired by an approval or by the system carry the name of the command that decides them
 * (`approval.decide`, `field.acceptTrip`); a desk offers only rows whose command people start themselves.
 */
export const dispatchTransitions: readonly Transition<DispatchStatus>[] = [
  { id: 'DP-1', command: 'dispatch.draft', label: words('新建派工单', 'Draft a dispatch order'), from: null, to: 'DRAFT', actors: ['SUP', 'DUTY'] },
  { id: 'DP-1', command: 'dispatch.revise', label: words('修改派工单', 'Revise the order'), from: ['DRAFT'], to: 'DRAFT', actors: ['SUP'] },
  { id: 'DP-2', command: 'dispatch.submit', label: words('提交征询', 'Submit for consent'), from: ['DRAFT'], to: 'CONSENT_PENDING', actors: ['SUP', 'TSM'] },
  { id: 'DP-3', command: 'approval.decide', label: words('同意派工', 'Consent'), from: ['CONSENT_PENDING'], to: 'ISSUED', actors: ['TSM', 'DGM', 'GM'] },
  { id: 'DP-4', command: 'approval.decide', label: words('不同意派工', 'Reject'), from: ['CONSENT_PENDING'], to: 'REJECTED', actors: ['TSM', 'DGM', 'GM'] },
  { id: 'DP-4', command: 'dispatch.revise', label: words('修改派工单', 'Revise the order'), from: ['REJECTED'], to: 'DRAFT', actors: ['SUP'] },
  { id: 'DP-5', command: 'dispatch.goAhead', label: words('紧急先行派出', 'Emergency go-ahead'), from: ['CONSENT_PENDING'], to: 'ISSUED', actors: ['SUP'] },
  { id: 'DP-6', command: 'dispatch.accept', label: words('接收派工', 'Accept the order'), from: ['ISSUED'], to: 'ACCEPTED', actors: ['LEAD'] },
  { id: 'DP-7', command: 'dispatch.decline', label: words('拒接派工', 'Decline the order'), from: ['ISSUED'], to: 'DECLINED', actors: ['LEAD'] },
  { id: 'DP-8', command: 'dispatch.prepare', label: words('出发前准备', 'Prepare'), from: ['ACCEPTED'], to: null, actors: ['LEAD'] },
  { id: 'DP-8', command: 'dispatch.previsit', label: words('登记行前沟通', 'Log pre-visit contact'), from: ['ACCEPTED'], to: null, actors: ['LEAD', 'SUP'] },
  { id: 'DP-9', command: 'dispatch.depart', label: words('出发', 'Depart'), from: ['ACCEPTED'], to: 'DEPARTED', actors: ['LEAD'] },
  { id: 'DP-10', command: 'dispatch.arrive', label: words('已到达，稍后报告', 'Arrived, report follows'), from: ['DEPARTED'], to: 'ARRIVED', actors: ['LEAD'] },
  { id: 'DP-10', command: 'field.arrive', label: words('到达报告', 'Arrival report'), from: ['DEPARTED'], to: 'WORKING', actors: ['LEAD'] },
  { id: 'DP-11', command: 'field.arrive', label: words('到达报告', 'Arrival report'), from: ['ARRIVED'], to: 'WORKING', actors: ['LEAD'] },
  { id: 'DP-11', command: 'field.daily', label: words('每日报告', 'Daily report'), from: ['WORKING', 'PRE_LEAVE'], to: null, actors: ['LEAD'] },
  { id: 'DP-12', command: 'field.preLeave', label: words('离场前报告', 'Pre-leave report'), from: ['WORKING'], to: 'PRE_LEAVE', actors: ['LEAD'] },
  { id: 'DP-13', command: 'dispatch.redirect', label: words('转派下一任务', 'Redirect to another job'), from: ['PRE_LEAVE'], to: 'LEFT', actors: ['SUP'] },
  { id: 'DP-14', command: 'dispatch.leave', label: words('离场', 'Leave the site'), from: ['PRE_LEAVE'], to: 'LEFT', actors: ['LEAD'] },
  { id: 'DP-15', command: 'dispatch.return', label: words('已返回', 'Returned'), from: ['LEFT'], to: 'RETURNED', actors: ['LEAD'] },
  { id: 'DP-16', command: 'field.acceptTrip', label: words('接收出差报告', 'Accept the trip report'), from: ['RETURNED'], to: 'CLOSED', actors: ['SYS'] },
  { id: 'DP-17', command: 'dispatch.cancel', label: words('取消派工', 'Cancel the order'), from: ['DRAFT', 'REJECTED', 'CONSENT_PENDING', 'ISSUED', 'ACCEPTED'], to: 'CANCELLED', actors: ['SUP'] },
  { id: 'DP-18', command: 'dispatch.stayOrLeave', label: words('待件期间去留', 'Stay or leave while waiting'), from: ['WORKING'], to: null, actors: ['SUP'] },
  // G-DP-8: a departure that slips to another date needs a new consent.
  { id: 'DP-2', command: 'dispatch.replan', label: words('改出发时间并重新征询', 'Change the departure, ask again'), from: ['ISSUED', 'ACCEPTED'], to: 'CONSENT_PENDING', actors: ['SUP'] },
];

/** From acceptance until closing: the order stands behind travel, itinerary and expenses (5.2 no. 3). */
export const acceptedStates: readonly DispatchStatus[] = ['ACCEPTED', 'DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE', 'LEFT', 'RETURNED', 'CLOSED'];

/** The engineer is away on this order. */
export const awayStates: readonly DispatchStatus[] = ['DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE', 'LEFT'];

/** Orders that are over. */
export const endedStates: readonly DispatchStatus[] = ['CLOSED', 'CANCELLED', 'DECLINED'];
