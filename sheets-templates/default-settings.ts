import type { SettingOrigin } from './choices';

/** What a value of the settings catalogue is, and so how it is written, checked and read. */
export type SettingUnit =
  | 'time' // 08:30
  | 'windows' // 12:00-13:00, 15:00-15:15; - for none
  | 'min' // whole minutes
  | 'wd' // whole working days
  | 'days'
  | 'months'
  | 'years'
  | 'hours'
  | 'count'
  | '%'
  | 'score'
  | 'points'
  | 'mark' // of 1 to 5, such as 4.5
  | 'yuan'
  | 'yuan/day'
  | 'yuan/night'
  | 'bool' // Y or N
  | 'mode' // CAL, BUS or WDC
  | 'role' // one role code
  | 'list' // separated by commas
  | 'days list'
  | 'text';

export interface DefaultSetting<Unit extends SettingUnit = SettingUnit> {
  readonly value: string;
  readonly unit: Unit;
  readonly origin: SettingOrigin;
}

const source = <Unit extends SettingUnit>(value: string, unit: Unit): DefaultSetting<Unit> => ({ value, unit, origin: 'SOURCE' });
const added = <Unit extends SettingUnit>(value: string, unit: Unit): DefaultSetting<Unit> => ({ value, unit, origin: 'ADDED' });

/**
 * The settings catalogue (regulation 12): every number and choice that a company may change without new code.
 * Pairs of the catalogue such as `cal.open` / `cal.close` stand as rows of their own. Rows under "further numbers"
 * are those that sections 4 and 5 name as ADDED without giving them a key.
 */
export const defaultSettings = {
  'cal.open': source('08:30', 'time'),
  'cal.close': source('17:30', 'time'),
  /** Stretches of the day that are closed, such as lunch; the source gives none (AMB-38). */
  'cal.breaks': added('-', 'windows'),
  'cal.timezone': added('Asia/Shanghai', 'text'),

  'sla.contact.min': source('60', 'min'),
  'sla.contact.C.clock': added('BUS', 'mode'),
  'sla.contact.internal_ok': added('Y', 'bool'),
  'sla.A.report_min': added('15', 'min'),
  'sla.A.dispatch_min': source('120', 'min'),
  'sla.A.arrive_min': source('720', 'min'),
  'sla.B.report_min': source('60', 'min'),
  'sla.B.report_roles': source('DGM', 'list'),
  'sla.B.dispatch_min': source('240', 'min'),
  'sla.B.arrive_min': source('1440', 'min'),
  'sla.B.stop': added('ACCEPTED', 'text'),
  'sla.arrange.min': source('1440', 'min'),
  'sla.arrange.clock': added('WDC', 'mode'),
  'sla.arrival_report.min': source('60', 'min'),
  'sla.daily.min_per_day': source('1', 'count'),
  'sla.daily.cutoff': added('17:30', 'time'),
  'sla.start_event': added('RECEIVED', 'text'),
  'sla.clock.A': added('CAL', 'mode'),
  'sla.clock.B': added('CAL', 'mode'),
  'sla.paid.mode': source('AGREEMENT', 'text'),
  'sla.classify.min': added('15', 'min'),
  'sla.help.A': added('30', 'min'),
  'sla.help.B': added('60', 'min'),
  'sla.help.C': added('120', 'min'),
  'sla.forward.urgent': added('30', 'min'),
  'sla.forward.normal': added('120', 'min'),
  'sla.consent.A': added('30', 'min'),
  'sla.consent.B': added('60', 'min'),
  'sla.consent.C': added('240', 'min'),
  'sla.accept.A': added('15', 'min'),
  'sla.accept.B': added('30', 'min'),
  'sla.accept.C': added('240', 'min'),
  'sla.parts_approve.A': added('60', 'min'),
  'sla.parts_approve.B': added('120', 'min'),
  'sla.parts_approve.C': added('540', 'min'),
  'sla.leadtime.AB': added('120', 'min'),
  'sla.leadtime.C': added('240', 'min'),
  'sla.trip_report.wd': added('2', 'wd'),
  'sla.return.wd': added('3', 'wd'),
  'sla.qa.wd': added('5', 'wd'),
  'sla.copy.wd': added('1', 'wd'),
  'sla.rd.accept_wd': added('5', 'wd'),
  'sla.rd.plan_wd': added('15', 'wd'),
  'sla.complaint.ack': added('120', 'min'),
  'sla.complaint.proposal': added('1440', 'min'),
  'sla.complaint.close': added('5', 'wd'),
  'sla.quote.min': added('540', 'min'),
  'sla.liability.AB_min': added('1440', 'min'),
  'sla.liability.C_wd': added('2', 'wd'),
  'sla.news.A': added('240', 'min'),
  'sla.news.B': added('480', 'min'),
  'sla.news.C': added('3', 'wd'),
  'sev.B.commission_days': added('3', 'days'),

  'due.shipments': added('2', 'wd'),
  'due.itinerary': added('3', 'wd'),
  'due.ledger': added('3', 'wd'),
  'due.monthly_report': added('3', 'wd'),
  'due.claim': added('5', 'wd'),
  'due.pay_wd': added('10', 'wd'),
  'due.appraisal_self': added('3', 'wd'),
  'due.appraisal_sup': added('5', 'wd'),
  'due.appraisal_approve': added('7', 'wd'),
  'survey.remind_wd': added('3', 'wd'),
  'survey.call_wd': added('5', 'wd'),
  'survey.end_days': added('14', 'days'),
  'survey.low': added('3', 'score'),
  'survey.complaint': added('2', 'score'),
  'spot.percent': added('10', '%'),
  'spot.min': added('2', 'count'),
  'spot.pass': added('70', 'score'),
  'ar.remind_days': added('-3, 1, 7, 15, 30', 'days list'),
  'ar.on_acceptance_days': added('15', 'days'),
  'ar.block_days': added('60', 'days'),
  'intake.per_hour': added('5', 'count'),
  'intake.check_min': added('120', 'min'),
  'tk.repeat_days': added('30', 'days'),
  'tk.reopen_days': added('90', 'days'),
  'tk.backdate_days': added('30', 'days'),
  'fault.count': added('3', 'count'),
  'fault.days': added('90', 'days'),

  'exp.company_cities': source('上海, 珠海', 'list'),
  'exp.away.meal': source('55', 'yuan/day'),
  'exp.away.comm': source('10', 'yuan/day'),
  'exp.away.local': source('10', 'yuan/day'),
  'exp.home.meal': source('30', 'yuan/day'),
  'exp.home.comm': source('10', 'yuan/day'),
  'exp.home.local': source('10', 'yuan/day'),
  'exp.lodging.T1': source('220', 'yuan/night'),
  'exp.lodging.PC': source('170', 'yuan/night'),
  'exp.lodging.OT': source('140', 'yuan/night'),
  'exp.lodging.pool': added('INVOICE', 'text'),
  'exp.lodging.exception': added('N', 'bool'),
  'exp.day.mode': added('CALENDAR', 'text'),
  'exp.longhaul.threshold': source('5.00', 'yuan'),
  'exp.longhaul.inclusive': added('Y', 'bool'),
  'exp.mode.default': source('TRAIN_HARD_SEAT, TRAIN_HARD_SLEEPER, COACH, FERRY, METRO_BUS', 'list'),
  'exp.mode.HSR_2ND': source('TSM', 'role'),
  'exp.mode.PLANE_ECO': source('DGM', 'role'),
  'exp.mode.TAXI': added('SUP', 'role'),
  'exp.class_exception': added('N', 'bool'),
  'exp.posthoc': added('A, B', 'list'),
  'exp.posthoc_wd': added('1', 'wd'),
  'exp.invoice_required': source('LODGING, MATERIAL, OTHER, LONG_HAUL', 'list'),
  'exp.require_monthly_report': source('Y', 'bool'),
  'exp.buyer_title_check': added('N', 'bool'),
  'ret.component_default': added('Y', 'bool'),
  'ot.flag_statutory': added('Y', 'bool'),

  'war.physio_months': source('36', 'months'),
  'war.inclusive': added('Y', 'bool'),
  'charge.block_C': added('Y', 'bool'),
  'charge.refuse_allowed': added('Y', 'bool'),
  'quote.valid_days': added('15', 'days'),
  'quote.tax_rate': added('13', '%'),
  'agreement.expire_days': added('30', 'days'),
  'agreement.dgm_limit': added('20000', 'yuan'),
  'agreement.repair_warranty_days': added('0', 'days'),
  'approval.chat_ok': source('Y', 'bool'),
  'approval.link_hours': added('72', 'hours'),
  'dispatch.emergency': added('Y', 'bool'),
  'dispatch.consent.each_day': added('N', 'bool'),
  'notify.quiet_from': added('21:00', 'time'),
  'notify.quiet_to': added('08:00', 'time'),
  'notify.p1_reserve': added('20', '%'),
  'job.sweep_min': added('5', 'min'),
  'train.monthly_quota': added('1', 'count'),
  'train.pass': added('80', 'score'),
  'pm.lead_days': added('14, 3', 'days list'),
  'waste.store_days': added('365', 'days'),
  'appraisal.min_weight': added('40', 'points'),
  'appraisal.sup_range': added('5', 'points'),
  'appraisal.rp_range': added('10', 'points'),
  'sec.pii_days_after_close': added('14', 'days'),
  'sec.retain_years': added('5', 'years'),
  'sec.pii_years': added('2', 'years'),
  'sec.direct_sheet_access': added('N', 'bool'),

  // Further numbers
  'sla.handover.urgent': added('30', 'min'),
  'sla.handover.normal': added('30', 'min'),
  'sla.trip_check.min': added('540', 'min'),
  'sla.trip_again.wd': added('1', 'wd'),
  'sla.complaint.ack_urgent': added('60', 'min'),
  'sla.pause.backdate_min': added('60', 'min'),
  'sla.arrival_report.phone_min': added('240', 'min'),
  'sla.unreachable.attempts': added('2', 'count'),
  'sla.unreachable.first_min': added('30', 'min'),
  'due.spot_checks': added('5', 'wd'),
  'due.manager_summary': added('5', 'wd'),
  'target.M-03': added('95', '%'),
  'target.M-05': added('95', '%'),
  'target.M-06': added('95', '%'),
  'target.M-07': added('95', '%'),
  'target.M-08': added('95', '%'),
  'target.M-09': added('100', '%'),
  'target.M-11': added('85', '%'),
  'target.M-15': added('4.5', 'mark'),
  'target.M-16': added('40', '%'),
  'target.M-23': added('98', '%'),
  'target.M-33': added('95', '%'),
  'target.M-35': added('100', '%'),
  'accept.remind_first_wd': added('1', 'wd'),
  'accept.remind_second_wd': added('3', 'wd'),
  'accept.call_wd': added('5', 'wd'),
  'ot.emergency_min': added('720', 'min'),
  'ot.leave_days': added('90', 'days'),
  'tool.lead_days': added('14, 3', 'days list'),
  'exp.material.sup_limit': added('500', 'yuan'),
  'exp.taxi.posthoc_wd': added('1', 'wd'),
  'war.replaced_keeps_end': added('Y', 'bool'),
} satisfies Readonly<Record<string, DefaultSetting>>;

export type SettingKey = keyof typeof defaultSettings;

/** The keys whose value is of a unit, so that a reader cannot ask a time for its minutes. */
export type KeyOf<Unit extends SettingUnit> = {
  [Key in SettingKey]: (typeof defaultSettings)[Key]['unit'] extends Unit ? Key : never;
}[SettingKey];

/** A second name that the regulation uses for the same setting (section 12). */
export const settingAliases: Readonly<Record<string, SettingKey>> = { 'exp.taxi.approval': 'exp.mode.TAXI' };
