/** Workbooks as a person opens, reads and edits them in the page. */
import type { AskPerson, ContainerEffects, EditOutcome } from '../contract';
import { RequestRefused, requiredNumber, requiredText } from './http-exchange';
import { wholeNumber } from './cell-routes';
import { requirePerson } from './identity';
import type { Route } from './routes';
import { inOrder, type Site } from './site';
import type { MenuEffects } from './wire';

export function sheetRoutes(site: Site): readonly Route[] {
  const { workspace } = site;
  return [
    {
      method: 'GET',
      pattern: '/api/spreadsheets',
      handle: (exchange) => exchange.json(inOrder(site, workspace.spreadsheets(requirePerson(exchange, workspace)))),
    },
    {
      method: 'GET',
      pattern: '/api/spreadsheets/:id/objects',
      handle: (exchange, { id }) => exchange.json(workspace.sheetObjects(id ?? '', wholeNumber(exchange, 'sheet'), requirePerson(exchange, workspace))),
    },
    {
      method: 'GET',
      pattern: '/api/spreadsheets/:id/filter-view',
      handle: (exchange, { id }) => {
        const rows = workspace.filterViewRows(id ?? '', wholeNumber(exchange, 'sheet'), wholeNumber(exchange, 'view'), requirePerson(exchange, workspace));
        if (!rows) throw new RequestRefused(404, 'There is no such filter view. 没有这个筛选视图。');
        exchange.json(rows);
      },
    },
    {
      method: 'POST',
      pattern: '/api/spreadsheets/:id/open',
      handle: async (exchange, { id }) => {
        exchange.json(await workspace.openSpreadsheet(id ?? '', requirePerson(exchange, workspace)));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/spreadsheets/:id/menu',
      handle: async (exchange, { id }) => {
        const body = await exchange.bodyObject();
        const functionName = requiredText(body, 'functionName');
        const person = requirePerson(exchange, workspace);
        const click = async (ask?: AskPerson): Promise<MenuEffects> => keepPages(site, await workspace.clickMenu(id ?? '', functionName, person, ask));
        exchange.json(await (body['asks'] === true ? site.questions.begin(click) : click()));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/spreadsheets/:id/cells',
      handle: async (exchange, { id }) => {
        const body = await exchange.bodyObject();
        const [sheet, row, column, values, person] = [requiredNumber(body, 'sheet'), requiredNumber(body, 'row'), requiredNumber(body, 'column'), textBlock(body['values']), requirePerson(exchange, workspace)] as const;
        const edit = (ask?: AskPerson): Promise<EditOutcome> => workspace.editCells(id ?? '', sheet, row, column, values, person, ask);
        exchange.json(await (body['asks'] === true ? site.questions.begin(edit) : edit()));
        site.changes.announce();
      },
    },
  ];
}

function textBlock(values: unknown): readonly (readonly string[])[] {
  const isTextRow = (row: unknown): row is string[] => Array.isArray(row) && row.every((value) => typeof value === 'string');
  if (!Array.isArray(values) || values.length === 0 || !values.every(isTextRow)) throw new RequestRefused(400, '"values" must be rows of text.');
  return values;
}

/** Guest HTML stays with the server; the page learns where a frame can load it. */
function keepPages(site: Site, effects: ContainerEffects): MenuEffects {
  const { sidebar, dialog, alert, toast } = effects;
  if (sidebar) site.guestPages.keep(sidebar.clientSession, sidebar.body);
  if (dialog) site.guestPages.keep(dialog.clientSession, dialog.body);
  return {
    ...(sidebar && { sidebar: { title: sidebar.title, clientSession: sidebar.clientSession } }),
    ...(dialog && { dialog: { title: dialog.title, clientSession: dialog.clientSession } }),
    ...(alert !== undefined && { alert }),
    ...(toast !== undefined && { toast }),
  };
}
