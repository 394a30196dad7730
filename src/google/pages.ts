/** Pages and answers of the web app, as the platform serves them. */

export interface ShownPage {
  /** Name of the page's file. */
  readonly file: string;
  readonly title: string;
  /** JSON that is safe inside the page's data element. */
  readonly data: string;
}

export const showPage = ({ file, title, data }: ShownPage): GoogleAppsScript.HTML.HtmlOutput => {
  const template = HtmlService.createTemplateFromFile(file);
  template['data'] = data;
  return template.evaluate().setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1');
};

export const answerJson = (value: unknown): GoogleAppsScript.Content.TextOutput => ContentService.createTextOutput(JSON.stringify(value)).setMimeType(ContentService.MimeType.JSON);

const longestBody = 200000;

const asObject = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {});

/** The link code in a page request's address; empty when there is none. */
export const tokenOf = (event: unknown): string => {
  const token = asObject(asObject(event)['parameter'])['t'];
  return typeof token === 'string' ? token : '';
};

/** The token of a unit's label in a page request's address; empty when there is none. */
export const labelOf = (event: unknown): string => {
  const token = asObject(asObject(event)['parameter'])['q'];
  return typeof token === 'string' ? token : '';
};

/** A posted JSON object; empty for anything else and for what is too long. */
export const postedObject = (event: unknown): Readonly<Record<string, unknown>> => {
  const text = asObject(asObject(event)['postData'])['contents'];
  if (typeof text !== 'string' || text.length > longestBody) return {};
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
};
