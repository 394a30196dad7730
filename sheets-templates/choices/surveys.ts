import { words } from '../../src/terms';

export const surveyStatus = {
  PLANNED: words('待发', 'Planned'),
  SENT: words('已发', 'Sent'),
  REMINDED: words('已提醒', 'Reminded'),
  CALL_DUE: words('待电话', 'Call due'),
  ANSWERED: words('已答', 'Answered'),
  NO_RESPONSE: words('未答', 'No response'),
  OPTED_OUT: words('不参加', 'Opted out'),
};
export type SurveyStatus = keyof typeof surveyStatus;

export const surveyMode = {
  LINK: words('链接', 'Link'),
  CALL: words('电话', 'Call'),
  PAPER: words('纸质', 'Paper'),
};
export type SurveyMode = keyof typeof surveyMode;

export const yesNoPart = {
  YES: words('是', 'Yes'),
  PARTLY: words('部分', 'Partly'),
  NO: words('否', 'No'),
};
export type YesNoPart = keyof typeof yesNoPart;
