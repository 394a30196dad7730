const PAGE_TITLE = CONFIG.title;

function doGet(e) {
  if (e.parameter.format === 'json') {
    return ContentService.createTextOutput(JSON.stringify(listEntries())).setMimeType(ContentService.MimeType.JSON);
  }
  const template = HtmlService.createTemplateFromFile('pages/index');
  template.heading = e.parameter.heading || PAGE_TITLE;
  template.entries = listEntries();
  return template.evaluate()
    .setTitle(PAGE_TITLE)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1')
    .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
}

function doPost(e) {
  const body = JSON.parse(e.postData.contents);
  addEntry(body.name, body.text);
  return ContentService.createTextOutput(JSON.stringify({ ok: true, count: listEntries().length })).setMimeType(ContentService.MimeType.JSON);
}

/** Puts another file into a template, the usual way. */
function include(filename) {
  return HtmlService.createHtmlOutputFromFile(filename).getContent();
}

function addEntry(name, text) {
  if (!name || !text) throw new Error('Name and text are required.');
  const lock = LockService.getScriptLock();
  lock.waitLock(10000);
  try {
    const entries = readEntries_();
    entries.push({ name: String(name), text: String(text), at: Utilities.formatDate(new Date(), Session.getScriptTimeZone(), "yyyy-MM-dd'T'HH:mm:ssXXX") });
    PropertiesService.getScriptProperties().setProperty(CONFIG.entriesKey, JSON.stringify(entries.slice(-CONFIG.maxEntries)));
  } finally {
    lock.releaseLock();
  }
  return listEntries();
}

function listEntries() {
  return readEntries_();
}

/** A Date in the answer: the whole answer arrives as null. */
function serverTime() {
  return { now: new Date() };
}

function readEntries_() {
  return JSON.parse(PropertiesService.getScriptProperties().getProperty(CONFIG.entriesKey) || '[]');
}
