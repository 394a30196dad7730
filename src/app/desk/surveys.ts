import { contacts, customers, slaClocks, surveys, surveyStatus, tickets } from '../../../sheets-templates';
import { words } from '../../terms';
import { isAsked, surveyTransitions } from '../../tickets';
import { hasRole } from '../actor';
import type { DeskSource } from '../command';
import { surveysCommands } from '../commands/surveys';
import { movableSurvey } from '../commands/surveys/answer';
import { nearestDue, offersFrom } from './offers';

/** Surveys that run, for customer service: whom to call, and what a customer says without being asked again. */
export const surveysDesk: DeskSource = {
  reads: [surveys, tickets, customers, contacts, slaClocks],
  items: ({ draft, actor }) =>
    draft.where(surveys, (survey) => hasRole(actor, 'CS') && isAsked(survey)).map((survey) => {
      const ticket = draft.find(tickets, survey.ticketId);
      const contact = draft.find(contacts, ticket?.reporterContact);
      return {
        objectId: survey.surveyId, kind: words('满意度调查', 'Satisfaction survey'), title: `${survey.ticketId} ${ticket?.projectName ?? ''}`.trim(), status: surveyStatus[survey.status], severity: null,
        dueAt: nearestDue(draft, survey.surveyId),
        facts: [
          { label: words('客户', 'Customer'), value: draft.find(customers, survey.customerId)?.name ?? '' },
          { label: words('联系人', 'Contact'), value: contact === undefined ? '' : `${contact.name} ${contact.phone}` },
        ],
        offers: offersFrom(actor, surveyTransitions, movableSurvey(survey), surveysCommands, { primary: survey.status === 'CALL_DUE' ? ['survey.record'] : [], danger: ['survey.optOut'] }), forms: [],
      };
    }),
};
