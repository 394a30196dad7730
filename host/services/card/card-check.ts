/** What is wrong with a card's JSON, by the platform's published limits and what a card cannot be shown without. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
type Fields = { readonly [name: string]: Json | undefined };

const mostSections = 100;
const mostWidgets = 100;

const fields = (value: Json | undefined): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const list = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const blank = (value: Json | undefined): boolean => value === undefined || value === '';

/** What each kind of widget must have. */
const needed: Readonly<Record<string, readonly string[]>> = {
  textParagraph: ['text'], image: ['imageUrl'], decoratedText: ['text'], keyValue: ['content'], button: ['onClick'], imageButton: ['onClick'], textInput: ['name'], selectionInput: ['name', 'type'], dateTimePicker: ['name'], grid: ['items'], buttonList: ['buttons'], divider: [],
};
const webAddress = /^https?:\/\/[^\s/]+/;
const linkAddress = /^(?:https?:\/\/[^\s/]+|mailto:\S+|tel:\S+)/;

/** Looks at every object of the tree, wherever it stands. */
function* everyObject(value: Json | undefined, where: string): Generator<{ readonly name: string; readonly where: string; readonly object: Fields }> {
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const [index, inner] of value.entries()) yield* everyObject(inner, `${where}[${index}]`);
    return;
  }
  for (const [name, inner] of Object.entries(fields(value))) {
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) yield { name, where: `${where}.${name}`, object: fields(inner) };
    yield* everyObject(inner, `${where}.${name}`);
  }
}

function* problemsOfActions(card: Json): Generator<string> {
  for (const { name, where, object } of everyObject(card, 'card')) {
    if (/^(?:action|onChangeAction|autoCompleteAction|externalDataSource|openLinkAction|composeAction)$/.test(name) && !('navigations' in object || 'notification' in object || 'link' in object)) {
      if (blank(object.function)) yield `${where} names no function`;
      for (const parameter of list(object.parameters)) if (typeof fields(parameter).value !== 'string') yield `${where} has a parameter ${text(fields(parameter).key)} that is no string`;
    }
    if (name === 'authorizationAction' && !webAddress.test(text(object.authorizationUrl))) yield `${where} has no address`;
    if (name === 'openLink' && !linkAddress.test(text(object.url))) yield `${where} has no address`;
    for (const place of ['imageUrl', 'iconUrl', 'imageUri']) if (!blank(object[place]) && !webAddress.test(text(object[place]))) yield `${where}.${place} is no address`;
  }
}

/** Empty for a card that may be shown. */
export function cardProblems(card: Json): readonly string[] {
  const problems: string[] = [];
  const sections = list(fields(card).sections);
  const header = fields(card).header;
  if (header !== undefined && blank(fields(header).title)) problems.push('card.header has no title');
  if (sections.length === 0) problems.push('the card has no section');
  if (sections.length > mostSections) problems.push(`the card has ${sections.length} sections, of ${mostSections} at most`);
  for (const [number, section] of sections.entries()) {
    const widgets = list(fields(section).widgets);
    const where = `section ${number + 1}`;
    if (widgets.length === 0) problems.push(`${where} has no widget`);
    if (widgets.length > mostWidgets) problems.push(`${where} has ${widgets.length} widgets, of ${mostWidgets} at most`);
    for (const [index, widget] of widgets.entries()) {
      const [kind, ...others] = Object.keys(fields(widget));
      const required = kind === undefined || others.length > 0 ? undefined : needed[kind];
      if (!required || kind === undefined) problems.push(`widget ${index + 1} of ${where} is of no known kind`);
      else for (const name of required) if (blank(fields(fields(widget)[kind])[name])) problems.push(`widget ${index + 1} of ${where}, ${kind}, has no ${name}`);
      const selection = fields(fields(widget).selectionInput);
      if (kind === 'selectionInput' && blank(selection.items) && blank(selection.externalDataSource)) problems.push(`widget ${index + 1} of ${where}, selectionInput, has no items`);
      const columns = fields(fields(widget).grid).columnCount;
      if (typeof columns === 'number' && (columns < 1 || columns > 2)) problems.push(`widget ${index + 1} of ${where}, grid, may have one or two columns`);
    }
  }
  return [...problems, ...problemsOfActions(card)];
}
