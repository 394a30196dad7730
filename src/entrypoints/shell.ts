import type { ActionResult, DeskData, MessagePage, SentInput } from '../ui/protocol';

/**
 * The shell runs as whoever clicks and holds no secret: it passes the person's identity token and the wish on to the
 * core's web app, which decides. Editing this script gains nobody anything.
 */

const metaTitle = '_meta';
const addressCell = 'B7';

const coreAddress = (): string => String(SpreadsheetApp.getActiveSpreadsheet().getSheetByName(metaTitle)?.getRange(addressCell).getValue() ?? '');

const isEnglish = (): boolean => /^en/i.test(Session.getActiveUserLocale());

/** The menu over the service workbook. */
export const onOpen = (): void => {
  SpreadsheetApp.getUi().createMenu('售后台账').addItem(isEnglish() ? 'Open my desk' : '打开工作台', 'showDesk').addToUi();
};

export const showDesk = (): void => {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createTemplateFromFile('sidebar').evaluate().setTitle('售后台账'));
};

const failed = { zh: '暂时连不上系统,请稍后再试。', en: 'The system cannot be reached right now; please try again in a moment.' };

const ask = (body: Readonly<Record<string, unknown>>): unknown => {
  const response = UrlFetchApp.fetch(coreAddress(), {
    method: 'post', contentType: 'application/json', muteHttpExceptions: true,
    payload: JSON.stringify({ ...body, identityToken: ScriptApp.getIdentityToken() }),
  });
  return response.getResponseCode() === 200 ? (JSON.parse(response.getContentText()) as unknown) : null;
};

/** What the sidebar shows. */
export const deskData = (): DeskData | MessagePage =>
  // The core answers with exactly this (entrypoints/shell-call).
  (ask({ call: 'data' }) as DeskData | MessagePage | null) ?? { page: 'message', language: isEnglish() ? 'en' : 'zh-CN', tone: 'bad', title: failed, text: failed };

export const deskAction = (command: string, objectId: string, input: SentInput): ActionResult =>
  (ask({ call: 'action', command, objectId, input }) as ActionResult | null) ?? { ok: false, message: failed };
