import { formsCatalogue } from '../app/forms';
import { workbookPlace, type Deployment } from '../ledger/deployment';
import { loadForm } from './memory';
import { ensureSweep } from './sweep-trigger';

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
  ];
};

/** Makes the triggers that are not there yet; the sweep comes every so many minutes. */
export const ensureTriggers = (deployment: Deployment, sweepMinutes: number): void => {
  ensureSweep(sweepMinutes);
  const present = ScriptApp.getProjectTriggers().map((trigger) => `${trigger.getHandlerFunction()}/${trigger.getTriggerSourceId() ?? ''}`);
  for (const { functionName, sourceId, create } of wantedTriggers(deployment)) {
    if (!present.includes(`${functionName}/${sourceId ?? ''}`)) create();
  }
};
