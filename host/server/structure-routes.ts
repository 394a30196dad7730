/** Whole rows and columns as a person inserts, deletes, moves and sorts them, and takes that back. */
import type { StructureChange } from '../contract';
import { isRecord, RequestRefused, requiredNumber, requiredText } from './http-exchange';
import { requirePerson } from './identity';
import type { Route } from './routes';
import type { Site } from './site';

export function structureRoutes(site: Site): readonly Route[] {
  const { workspace } = site;
  return [
    {
      method: 'POST',
      pattern: '/api/spreadsheets/:id/structure',
      handle: async (exchange, { id }) => {
        const body = await exchange.bodyObject();
        exchange.json(await workspace.changeStructure(id ?? '', requiredNumber(body, 'sheet'), readChange(body['change']), requirePerson(exchange, workspace)));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/spreadsheets/:id/structure/repeat',
      handle: async (exchange, { id }) => {
        const body = await exchange.bodyObject();
        const direction = requiredText(body, 'direction') === 'redo' ? 'redo' : 'undo';
        exchange.json(await workspace.repeatStructure(id ?? '', requiredText(body, 'step'), direction, requirePerson(exchange, workspace)));
        site.changes.announce();
      },
    },
  ];
}

/** @throws RequestRefused for anything but a change that makes sense in itself */
function readChange(value: unknown): StructureChange {
  const refused = new RequestRefused(400, '"change" must tell a kind, a dimension and whole numbers. 改动的说明不完整。');
  if (!isRecord(value)) throw refused;
  const whole = (source: Readonly<Record<string, unknown>>, name: string): number => {
    const number = source[name];
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw refused;
    return number;
  };
  const { kind } = value;
  if (kind === 'sort') {
    const { area } = value;
    if (!isRecord(area)) throw refused;
    const box = { top: whole(area, 'top'), left: whole(area, 'left'), bottom: whole(area, 'bottom'), right: whole(area, 'right') };
    const column = whole(value, 'column');
    if (box.bottom <= box.top || column < box.left || column >= box.right) throw refused;
    return { kind, area: box, column, descending: value['descending'] === true };
  }
  const dimension = value['dimension'] === 'ROWS' ? 'ROWS' : value['dimension'] === 'COLUMNS' ? 'COLUMNS' : null;
  if (dimension === null) throw refused;
  const start = whole(value, 'start');
  if (kind === 'insert') {
    const count = whole(value, 'count');
    if (count === 0 || (start === 0 && value['inheritFromBefore'] === true)) throw refused;
    return { kind, dimension, start, count, inheritFromBefore: value['inheritFromBefore'] === true };
  }
  const end = whole(value, 'end');
  if (end <= start) throw refused;
  if (kind === 'hide') return { kind, dimension, start, end, hidden: value['hidden'] === true };
  if (kind === 'size') return { kind, dimension, start, end, pixels: whole(value, 'pixels') };
  if (kind === 'fold') return { kind, dimension, start, end, depth: whole(value, 'depth'), collapsed: value['collapsed'] === true };
  if (kind === 'delete') return { kind, dimension, start, end };
  if (kind === 'move') return { kind, dimension, start, end, destination: whole(value, 'destination') };
  throw refused;
}
