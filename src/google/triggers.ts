import { formsCatalogue } from '../app/forms';
import { workbookPlace, type Deployment } from '../ledger/deployment';
import { loadForm } from './memory';

/** How often deadlines are looked at; 10 on consumer accounts keeps the triggers' daily minutes low (0.5 of the regulation). */
export const sweepMinutes = 5;

interface Wanted {
  readonly functionName: string;
  readonly sourceId: string | null;
  readonly create: () => unknown;
}

const wantedTriggers = (deployment: Deployment): readonly Wanted[] => {
  const service = workbookPlace(deployment, 'service').spreadsheetId;
  const forms = formsCatalogue.flatMap(({ key }): readonly Wanted[] => {
    const formId = loadForm(key)?.formId;
    return formId === undefined ? [] : [{ functionName: 'formSubmitted', sourceId: formId, create: () => ScriptApp.newTrigger('formSubmitted').forForm(FormApp.openById(formId)).onFormSubmit().create() }];
  });
  return [
    ...forms,
    { functionName: 'cellEdited', sourceId: service, create: () => ScriptApp.newTrigger('cellEdited').forSpreadsheet(service).onEdit().create() },
    { functionName: 'sweep', sourceId: null, create: () => ScriptApp.newTrigger('sweep').timeBased().everyMinutes(sweepMinutes).create() },
  ];
};

/** Makes the triggers that are not there yet. */
export const ensureTriggers = (deployment: Deployment): void => {
  const present = ScriptApp.getProjectTriggers().map((trigger) => `${trigger.getHandlerFunction()}/${trigger.getTriggerSourceId() ?? ''}`);
  for (const { functionName, sourceId, create } of wantedTriggers(deployment)) {
    if (!present.includes(`${functionName}/${sourceId ?? ''}`)) create();
  }
};
