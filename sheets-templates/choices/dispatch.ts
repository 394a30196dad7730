import { words } from '../../src/terms';

/** Orders, people on the way and on site, duty and skills. Code → label (2.4 and after): cells show labels, code reads codes. */

export const dispatchStatus = {
  DRAFT: words('草稿', 'Draft'),
  CONSENT_PENDING: words('待征询', 'Awaiting consent'),
  REJECTED: words('未同意', 'Rejected'),
  ISSUED: words('已下达', 'Issued'),
  ACCEPTED: words('已接收', 'Accepted'),
  DECLINED: words('已拒接', 'Declined'),
  DEPARTED: words('已出发', 'Departed'),
  ARRIVED: words('已到达', 'Arrived'),
  WORKING: words('工作中', 'Working'),
  PRE_LEAVE: words('申请离场', 'Leaving announced'),
  LEFT: words('已离场', 'Left'),
  RETURNED: words('已返回', 'Returned'),
  CLOSED: words('已关闭', 'Closed'),
  CANCELLED: words('已取消', 'Cancelled'),
};
export type DispatchStatus = keyof typeof dispatchStatus;

export const dutyShift = {
  DAY: words('日班08:30–17:30', 'Day'),
  NIGHT: words('夜班17:30–次日08:30', 'Night'),
  FULL: words('全天', 'Full'),
};
export type DutyShift = keyof typeof dutyShift;

export const itineraryStatus = {
  OFFICE: words('在司上班', 'Office'),
  TRAVEL: words('在途', 'Travel'),
  ON_SITE: words('现场服务', 'On site'),
  STANDBY: words('待命', 'Standby'),
  LEAVE: words('请假', 'Leave'),
  COMP_LEAVE: words('调休', 'Comp leave'),
  TRAINING: words('培训', 'Training'),
  REST: words('休息', 'Rest'),
};
export type ItineraryStatus = keyof typeof itineraryStatus;

export const siteReportKind = {
  ARRIVAL: words('到达报告', 'Arrival'),
  DAILY: words('每日报告', 'Daily'),
  PRE_LEAVE: words('离场前报告', 'Pre leave'),
  RETURN: words('返回报告', 'Return'),
};
export type SiteReportKind = keyof typeof siteReportKind;

export const skillCode = {
  PWR_INSTALL: words('配电安装指导', 'Power installation'),
  PWR_COMMISSION: words('调试', 'Commissioning'),
  PWR_REPAIR: words('故障维修', 'Power repair'),
  AUTOMATION: words('自动化与通信', 'Automation'),
  PHYSIO_REPAIR: words('理疗设备维修', 'Physio repair'),
  AUTO_REPAIR: words('汽车维修', 'Auto repair'),
  HV_SAFETY: words('高压作业资格', 'High-voltage licence'),
  TRAINER: words('客户培训', 'Trainer'),
};
export type SkillCode = keyof typeof skillCode;

export const skillMatch = {
  FULL: words('符合', 'Full'),
  PARTIAL: words('部分符合', 'Partial'),
  NONE: words('不符合', 'None'),
};
export type SkillMatch = keyof typeof skillMatch;

export const transportMode = {
  TRAIN_HARD_SEAT: words('火车硬座', 'Train, hard seat'),
  TRAIN_HARD_SLEEPER: words('火车硬卧', 'Train, hard sleeper'),
  TRAIN_SOFT_SLEEPER: words('火车软卧', 'Train, soft sleeper'),
  COACH: words('长途汽车', 'Long-distance coach'),
  HSR_2ND: words('高铁动车二等座', 'High-speed rail, 2nd class'),
  HSR_1ST: words('高铁动车一等座', 'High-speed rail, 1st class'),
  HSR_BIZ: words('高铁商务座/动卧', 'High-speed rail, business or sleeper'),
  PLANE_ECO: words('飞机经济舱', 'Plane, economy'),
  PLANE_BIZ: words('飞机公务/头等', 'Plane, business or first'),
  FERRY: words('轮船', 'Ferry'),
  METRO_BUS: words('地铁公交', 'Metro or bus'),
  TAXI: words('出租/网约车', 'Taxi or ride-hailing'),
  COMPANY_CAR: words('公司车辆', 'Company car'),
  PRIVATE_CAR: words('自驾', 'Private car'),
};
export type TransportMode = keyof typeof transportMode;

export const tripStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  RETURNED: words('退回', 'Returned'),
  ACCEPTED: words('内勤接收', 'Accepted'),
  DISTRIBUTED: words('已分发', 'Distributed'),
  ARCHIVED: words('已归档', 'Archived'),
};
export type TripStatus = keyof typeof tripStatus;

export const workResult = {
  SOLVED: words('已解决', 'Solved'),
  PARTLY: words('部分解决', 'Partly'),
  UNSOLVED: words('未解决', 'Unsolved'),
  NOT_NEEDED: words('无需处理', 'Not needed'),
};
export type WorkResult = keyof typeof workResult;
