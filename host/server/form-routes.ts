/** Forms as people fill them in, at the addresses Google gives them. */
import type { Workspace } from '../contract';
import { formPage, thanksPage, closedPage, type FormValues } from './form-page';
import { RequestRefused } from './http-exchange';
import { actingPerson } from './identity';
import type { Route } from './routes';
import { policies } from './safeguards';
import { readAnswers, readPrefill } from './form-answers';
import { SubmissionGuard } from './submission-guard';
import type { Site } from './site';

export function formRoutes(site: Site): readonly Route[] {
  const guard = new SubmissionGuard<Awaited<ReturnType<Workspace['submitForm']>>>();
  const find = (formId: string | undefined) => {
    const form = site.workspace.form(formId ?? '');
    if (!form) throw new RequestRefused(404, '没有这个表单。There is no such form.');
    return form;
  };
  return [
    {
      method: 'GET',
      pattern: '/forms/d/e/:form/viewform',
      handle: (exchange, { form: formId }) => {
        const form = find(formId);
        if (!form.accepting) return exchange.html(closedPage(form), 200, policies.preview);
        const values: FormValues = { answers: readPrefill(form, exchange.url.searchParams), errors: {} };
        exchange.html(formPage(form, values, { person: actingPerson(exchange, site.workspace), query: exchange.url.search, token: guard.issue() }), 200, policies.preview);
      },
    },
    {
      method: 'POST',
      pattern: '/forms/d/e/:form/formResponse',
      handle: async (exchange, { form: formId }) => {
        const form = find(formId);
        if (!form.accepting) return exchange.html(closedPage(form), 200, policies.preview);
        const fields = new URLSearchParams(await exchange.bodyText());
        const token = fields.get('submission') ?? '';
        const person = actingPerson(exchange, site.workspace);
        const { answers, errors } = readAnswers(form, fields);
        const context = { person, query: exchange.url.search, token };
        if (Object.keys(errors).length > 0) return exchange.html(formPage(form, { answers, errors }, context), 422, policies.preview);
        const outcome = await guard.once(token, () => site.workspace.submitForm(form.id, answers, person));
        if (outcome.ok) exchange.html(thanksPage(form, exchange.url.search), 200, policies.preview);
        else exchange.html(formPage(form, { answers, errors: outcome.errors }, context), 422, policies.preview);
        site.changes.announce();
      },
    },
  ];
}
