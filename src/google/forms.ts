import type { BuiltForm, ItemSpec } from '../app/forms';
import { labelFields, linkCodeKey } from '../app/forms';
import type { FormPlace } from '../app/ports';
import { formProperty, loadForm, remember } from './memory';

type Form = GoogleAppsScript.Forms.Form;

/** New forms may start unpublished; the platform's methods for it are younger than its type declarations. */
interface Publishable {
  isPublished(): boolean;
  setPublished(published: boolean): unknown;
}

/** Stands for the personal link code in a form's address until a link is made for somebody. */
export const linkCodeMark = 'LINKCODE';

const textValidation = (spec: ItemSpec): GoogleAppsScript.Forms.TextValidation | null => {
  const { validation } = spec;
  if (validation === null) return null;
  const builder = FormApp.createTextValidation().setHelpText(spec.help === '' ? spec.title : spec.help);
  if (validation.kind === 'whole number') return builder.requireNumberBetween(validation.minimum, validation.maximum).build();
  if (validation.kind === 'pattern') return builder.requireTextMatchesPattern(validation.pattern).build();
  return validation.maximum === null ? builder.requireTextLengthGreaterThanOrEqualTo(validation.minimum ?? 0).build() : builder.requireTextLengthLessThanOrEqualTo(validation.maximum).build();
};

const paragraphValidation = (spec: ItemSpec): GoogleAppsScript.Forms.ParagraphTextValidation | null => {
  const { validation } = spec;
  if (validation?.kind !== 'length' || validation.maximum === null) return null;
  return FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(validation.maximum).build();
};

/** Adds an item of a spec; gives its id, which answers are known by. */
const addItem = (form: Form, spec: ItemSpec): string => {
  const labels = spec.choices.map((choice) => choice.label);
  switch (spec.type) {
    case 'TEXT': {
      const item = form.addTextItem().setTitle(spec.title).setHelpText(spec.help).setRequired(spec.required);
      const rule = textValidation(spec);
      return String((rule === null ? item : item.setValidation(rule)).getId());
    }
    case 'PARAGRAPH_TEXT': {
      const item = form.addParagraphTextItem().setTitle(spec.title).setHelpText(spec.help).setRequired(spec.required);
      const rule = paragraphValidation(spec);
      return String((rule === null ? item : item.setValidation(rule)).getId());
    }
    case 'MULTIPLE_CHOICE':
      return String(form.addMultipleChoiceItem().setTitle(spec.title).setHelpText(spec.help).setChoiceValues(labels).setRequired(spec.required).getId());
    case 'LIST':
      return String(form.addListItem().setTitle(spec.title).setHelpText(spec.help).setChoiceValues(labels).setRequired(spec.required).getId());
    case 'CHECKBOX':
      return String(form.addCheckboxItem().setTitle(spec.title).setHelpText(spec.help).setChoiceValues(labels).setRequired(spec.required).getId());
    case 'DATE':
      return String(form.addDateItem().setTitle(spec.title).setHelpText(spec.help).setRequired(spec.required).getId());
    case 'DATETIME':
      return String(form.addDateTimeItem().setTitle(spec.title).setHelpText(spec.help).setRequired(spec.required).getId());
    case 'SECTION_HEADER':
      return String(form.addSectionHeaderItem().setTitle(spec.title).setHelpText(spec.help).getId());
  }
};

/** The form's address with the link code's place marked: made once, so that making a link later asks no service. */
const addressOf = (form: Form, linkItem: string | undefined): string => {
  if (linkItem === undefined) return form.getPublishedUrl();
  const item = form.getItemById(Number(linkItem)).asTextItem();
  return form.createResponse().withItemResponse(item.createResponse(linkCodeMark)).toPrefilledUrl();
};

/** The address that a unit's label opens, with the places of what it fills in marked. */
const prefilledOf = (form: Form, items: Readonly<Record<string, string>>): string | null => {
  if (labelFields.some((field) => items[field] === undefined)) return null;
  return labelFields.reduce((response, field) => response.withItemResponse(form.getItemById(Number(items[field])).asTextItem().createResponse(`QR${field}`)), form.createResponse()).toPrefilledUrl();
};

/** Questions that came since the form was made, each at its place among the others. */
const addMissing = (built: BuiltForm, place: FormPlace): void => {
  const missing = built.items.filter(({ key }) => place.items[key] === undefined);
  if (missing.length === 0) return;
  const form = FormApp.openById(place.formId);
  const items = { ...place.items };
  for (const spec of missing) {
    // Added by a run that died before it could be taken down.
    const added = form.getItems().find((item) => item.getTitle() === spec.title && !Object.values(items).includes(String(item.getId())));
    items[spec.key] = added === undefined ? addItem(form, spec) : String(added.getId());
    form.moveItem(form.getItemById(Number(items[spec.key])), built.items.indexOf(spec));
    remember(formProperty(built.key), JSON.stringify({ ...place, address: addressOf(form, items[linkCodeKey]), prefilled: prefilledOf(form, items), items }));
  }
};

/** Makes a form that is not there yet and remembers where it is; one that an earlier version made gets the questions it lacks. */
export const ensureForm = (built: BuiltForm): void => {
  const known = loadForm(built.key);
  if (known !== null) return addMissing(built, known);
  const form = FormApp.create(built.title);
  // A form made by script shows no title until it is set once more.
  form.setTitle(built.title).setDescription(built.description).setConfirmationMessage(built.confirmation).setAllowResponseEdits(false);
  const items = Object.fromEntries(built.items.map((spec) => [spec.key, addItem(form, spec)]));
  const publishable = form as Form & Publishable;
  if (!publishable.isPublished()) publishable.setPublished(true);
  const place: FormPlace = { formId: form.getId(), address: addressOf(form, items[linkCodeKey]), prefilled: prefilledOf(form, items), items };
  remember(formProperty(built.key), JSON.stringify(place));
};
