/** What the shell does in the service workbook it is bound to. Runs as whoever clicks. */

const metaTitle = '_meta';
const addressCell = 'B7';

export const speaksEnglish = (): boolean => /^en/i.test(Session.getActiveUserLocale());

/** The core's web app, from the hidden tab where set-up wrote it. */
const coreAddress = (): string => String(SpreadsheetApp.getActiveSpreadsheet().getSheetByName(metaTitle)?.getRange(addressCell).getValue() ?? '');

export const addMenu = (title: string, items: Readonly<Record<string, string>>): void => {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const [functionName, item] of Object.entries(items)) menu.addItem(item, functionName);
  menu.addToUi();
};

/** A text that can be copied. */
export const showText = (title: string, text: string): void => {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
};

export const showSidebar = (file: string, title: string): void => {
  const template = HtmlService.createTemplateFromFile(file);
  template['data'] = JSON.stringify({ token: '', data: null });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle(title));
};

/** Asks the core with the person's identity token; null when it cannot be reached. */
export const askCore = (body: Readonly<Record<string, unknown>>): unknown => {
  const response = UrlFetchApp.fetch(coreAddress(), {
    method: 'post', contentType: 'application/json', muteHttpExceptions: true,
    payload: JSON.stringify({ ...body, identityToken: ScriptApp.getIdentityToken() }),
  });
  return response.getResponseCode() === 200 ? (JSON.parse(response.getContentText()) as unknown) : null;
};
