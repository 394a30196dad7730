/** Which calls need which OAuth scope, and what simple triggers may not touch. */
import { GuestError } from './host-object';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Any one of the scopes is enough. A name is a service or one of its methods; the most precise entry counts. */
const neededScopes: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: [scope('spreadsheets'), scope('drive')],
  'SpreadsheetApp.getActive': [scope('spreadsheets.currentonly'), scope('spreadsheets')],
  'SpreadsheetApp.getActiveSpreadsheet': [scope('spreadsheets.currentonly'), scope('spreadsheets')],
  'SpreadsheetApp.getActiveSheet': [scope('spreadsheets.currentonly'), scope('spreadsheets')],
  'SpreadsheetApp.getActiveRange': [scope('spreadsheets.currentonly'), scope('spreadsheets')],
  'SpreadsheetApp.flush': [],
  'SpreadsheetApp.getUi': [],
  Sheets: [scope('spreadsheets'), scope('drive')],
  MailApp: [scope('script.send_mail')],
  GmailApp: ['https://mail.google.com/'],
  Gmail: ['https://mail.google.com/', scope('gmail.modify'), scope('gmail.compose')],
  'Gmail.Users.Messages.send': ['https://mail.google.com/', scope('gmail.modify'), scope('gmail.compose'), scope('gmail.send')],
  ...Object.fromEntries(['Messages.list', 'Messages.get', 'Messages.Attachments.get', 'Threads.list', 'Threads.get'].map((name) => [`Gmail.Users.${name}`, ['https://mail.google.com/', scope('gmail.modify'), scope('gmail.readonly')]])),
  ...Object.fromEntries(['Messages.modify', 'Messages.batchModify', 'Messages.trash', 'Messages.untrash', 'Threads.modify', 'Threads.trash', 'Threads.untrash'].map((name) => [`Gmail.Users.${name}`, ['https://mail.google.com/', scope('gmail.modify')]])),
  ...Object.fromEntries(['Messages.remove', 'Messages.batchDelete', 'Threads.remove'].map((name) => [`Gmail.Users.${name}`, ['https://mail.google.com/']])),
  ...Object.fromEntries(['create', 'patch', 'update', 'remove'].map((name) => [`Gmail.Users.Labels.${name}`, ['https://mail.google.com/', scope('gmail.modify'), scope('gmail.labels')]])),
  ...Object.fromEntries(['list', 'get'].map((name) => [`Gmail.Users.Labels.${name}`, ['https://mail.google.com/', scope('gmail.modify'), scope('gmail.readonly'), scope('gmail.labels')]])),
  FormApp: [scope('forms'), scope('drive')],
  DriveApp: [scope('drive'), scope('drive.file')],
  Drive: [scope('drive'), scope('drive.file')],
  UrlFetchApp: [scope('script.external_request')],
  'ScriptApp.newTrigger': [scope('script.scriptapp')],
  'ScriptApp.getProjectTriggers': [scope('script.scriptapp')],
  'ScriptApp.deleteTrigger': [scope('script.scriptapp')],
  'ScriptApp.getIdentityToken': ['openid'],
  'Session.getActiveUser': [scope('userinfo.email')],
  'Session.getEffectiveUser': [scope('userinfo.email')],
  'Ui.showSidebar': [scope('script.container.ui')],
  'Ui.showModalDialog': [scope('script.container.ui')],
  'Ui.showModelessDialog': [scope('script.container.ui')],
};

/** Services that need nobody's consent, so that simple triggers may use them. */
const withoutConsent = new Set(['SpreadsheetApp', 'Ui', 'Menu', 'PropertiesService', 'CacheService', 'LockService', 'Utilities', 'HtmlService', 'ContentService', 'Session', 'ScriptApp']);
const consentInSimpleTriggers = new Set(['SpreadsheetApp.openById', 'SpreadsheetApp.openByUrl', 'SpreadsheetApp.create', 'ScriptApp.newTrigger', 'ScriptApp.getProjectTriggers', 'ScriptApp.deleteTrigger', 'ScriptApp.getOAuthToken', 'ScriptApp.getIdentityToken', 'Ui.showSidebar', 'Ui.showModalDialog']);

/**
 * The refusal of a call, or null. Only calls on a service itself are looked at: nobody holds a Range without having asked a service for it.
 * @param name for example `SpreadsheetApp.openById`
 * @param grantedScopes the manifest's, null when it leaves them open
 */
export function refusal(name: string, grantedScopes: readonly string[] | null, simpleTrigger: boolean): GuestError | null {
  const [service = ''] = name.split('.');
  const needed = neededScopes[name] ?? neededScopes[service];
  const required = (needed ?? []).join(' || ');
  if (simpleTrigger && needed && (consentInSimpleTriggers.has(name) || !withoutConsent.has(service))) {
    return new GuestError(`You do not have permission to call ${name}. Required permissions: ${required}`);
  }
  if (!needed || needed.length === 0 || grantedScopes === null || needed.some((wanted) => grantedScopes.includes(wanted))) return null;
  return new GuestError(`Specified permissions are not sufficient to call ${name}. Required permissions: ${required}`);
}
