import { isFormKey } from '../app/forms';
import { takeForm } from '../app/take-form';
import { readResponse } from '../google/read-response';
import { formKeyOf } from '../google/memory';
import { googlePorts } from '../google/ports';
import { instantAt } from '../terms';

/** A person sent a form. Forged calls carry no form of the platform and do nothing. */
export const formSubmitted = (event: unknown): void => {
  const response = readResponse(event);
  const key = response === null ? null : formKeyOf(response.formId);
  if (response === null || key === null || !isFormKey(key)) return;
  takeForm(googlePorts(), { form: key, responseId: response.responseId, answers: response.answers, sentAt: instantAt(response.at) });
};
