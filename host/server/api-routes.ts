/** What the page asks for and does, as JSON. Every change is announced to all open pages. */
import type { AskPerson } from '../contract';
import { cellRoutes } from './cell-routes';
import { clockRoutes } from './clock-routes';
import { isRecord, RequestRefused, requiredText } from './http-exchange';
import { mailRoutes } from './mail-routes';
import { observationRoutes } from './observation-routes';
import { projectRoutes } from './project-routes';
import type { Route } from './routes';
import { sheetRoutes } from './sheet-routes';
import { structureRoutes } from './structure-routes';
import { firstPerson, inOrder, peopleOf, type Site } from './site';
import { actingPerson, ANONYMOUS, PERSON_COOKIE } from './identity';
import { clockState } from './changes';
import { workbookFileRoutes } from './workbook-file-routes';
import type { ClientCallAnswer, WorkspaceState } from './wire';

export function apiRoutes(site: Site): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/api/state',
      handle: (exchange) => {
        const state: WorkspaceState = {
          people: peopleOf(site),
          firstPerson: firstPerson(site),
          links: site.information.links,
          clock: clockState(site.workspace),
          directory: site.workspace.directory,
          timeZone: site.information.timeZone,
          canReset: site.reset !== null,
        };
        exchange.json(state);
      },
    },
    {
      method: 'POST',
      pattern: '/api/reset',
      handle: async (exchange) => {
        if (!site.reset) throw new RequestRefused(409, '这个工作区不能从页面重置。This workspace cannot be reset from its page.');
        if ((await exchange.bodyObject())['agreed'] !== true) throw new RequestRefused(400, '重置前要先同意。A reset must be agreed to first.');
        exchange.json({}, 202);
        exchange.response.on('finish', site.reset);
      },
    },
    { method: 'GET', pattern: '/api/changes', handle: (exchange) => site.changes.listen(exchange) },
    {
      method: 'POST',
      pattern: '/api/act-as',
      handle: async (exchange) => {
        const person = requiredText(await exchange.bodyObject(), 'person');
        exchange.response.setHeader('Set-Cookie', `${PERSON_COOKIE}=${encodeURIComponent(person || ANONYMOUS)}; Path=/; SameSite=Strict; HttpOnly`);
        exchange.json({});
      },
    },
    {
      method: 'GET',
      pattern: '/api/forms',
      handle: (exchange) => exchange.json(inOrder(site, site.workspace.forms(actingPerson(exchange, site.workspace)))),
    },
    {
      method: 'POST',
      pattern: '/api/client-call',
      handle: async (exchange) => {
        const body = await exchange.bodyObject();
        const args = Array.isArray(body['args']) ? body['args'] : [];
        const session = requiredText(body, 'clientSession');
        const functionName = requiredText(body, 'functionName');
        const call = (ask?: AskPerson): Promise<ClientCallAnswer> => callFromPage(site, session, functionName, args, ask);
        exchange.json(await (body['asks'] === true ? site.questions.begin(call) : call()));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/questions/:id',
      handle: async (exchange, { id }) => {
        exchange.json(await site.questions.answer(id ?? '', await exchange.bodyObject()));
        site.changes.announce();
      },
    },
    ...clockRoutes(site),
    ...sheetRoutes(site),
    ...cellRoutes(site),
    ...structureRoutes(site),
    ...workbookFileRoutes(site),
    ...mailRoutes(site),
    ...observationRoutes(site),
    ...projectRoutes(site),
  ];
}

/** A failing script function is an answer for the page's failure handler, not a failed request. */
async function callFromPage(site: Site, clientSession: string, functionName: string, args: readonly unknown[], ask?: AskPerson): Promise<ClientCallAnswer> {
  try {
    return { ok: true, value: (await site.workspace.callFromPage(clientSession, functionName, args, ask)) ?? null };
  } catch (failure) {
    const message = failure instanceof Error || (isRecord(failure) && typeof failure['message'] === 'string') ? String(failure.message) : String(failure);
    return { ok: false, error: message };
  }
}
