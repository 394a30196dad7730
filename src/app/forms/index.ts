/** Google Forms as data: which there are, which items they have, and how their answers become a command's input. */
export { answersToRaw, plainDateTime, type Answer, type ReadAnswers } from './answers';
export { builtForm, formDefinition, formKeys, formTitle, formsCatalogue, isFormKey, labelFields, type BuiltForm, type FormDefinition, type FormKey } from './catalogue';
export { formItems, type FormLanguage } from './form-items';
export { linkCodeKey, type ItemChoice, type ItemSpec, type ItemType, type ItemValidation } from './item-spec';
