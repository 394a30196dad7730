/** Globals that scripts find on the platform, and what becomes of those the workspace does not have. */
import type { Manifest } from './projects';

/** Built-in services, whether the workspace has them or not. */
const services = [
  'Browser', 'CacheService', 'CalendarApp', 'CardService', 'Charts', 'ConferenceDataService', 'ContactsApp', 'ContentService', 'DataStudioApp', 'DocumentApp', 'DriveApp', 'FormApp', 'GmailApp',
  'GroupsApp', 'HtmlService', 'Jdbc', 'LanguageApp', 'LinearOptimizationService', 'LockService', 'MailApp', 'Maps', 'MimeType', 'PropertiesService', 'ScriptApp', 'ScriptProperties', 'Session',
  'SitesApp', 'SlidesApp', 'SpreadsheetApp', 'UrlFetchApp', 'UserProperties', 'Utilities', 'XmlService',
];

/**
 * Globals of a project on which every look-up throws `NotEmulated: Name.property`: services that the workspace lacks, advanced services that the
 * manifest enables, and libraries, whose code is nowhere to be had here.
 */
export function missingGlobals({ advancedServices, libraries }: Manifest, offered: ReadonlySet<string>): readonly string[] {
  return [...new Set([...services, ...advancedServices, ...libraries])].filter((name) => !offered.has(name));
}
