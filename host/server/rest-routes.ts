/** The Sheets REST surface for any client. A bearer token is the address of the account that calls. */
import { type Exchange, RequestRefused } from './http-exchange';
import type { Route } from './routes';
import type { Site } from './site';

export function restRoutes(site: Site): readonly Route[] {
  return [
    {
      method: 'ANY',
      pattern: '/v4/*',
      handle: async (exchange) => {
        const caller = restCaller(exchange, site);
        const body = exchange.method === 'GET' || exchange.method === 'HEAD' ? undefined : await exchange.bodyObject();
        const answer = await site.workspace.rest(exchange.method, exchange.path, exchange.url.searchParams, body, caller);
        exchange.json(answer.body, answer.status);
        if (exchange.method !== 'GET') site.changes.announce();
      },
    },
  ];
}

function restCaller(exchange: Exchange, site: Site): string {
  const bearer = /^Bearer\s+(.+)$/i.exec(exchange.header('authorization') ?? '')?.[1];
  const caller = bearer ?? site.information.owner ?? site.workspace.users()[0]?.email;
  if (caller === undefined || !site.workspace.users().some((user) => user.email === caller)) throw new RequestRefused(401, 'The bearer token must be the address of an account of this workspace.');
  return caller;
}
