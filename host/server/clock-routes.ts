/** The virtual clock: run, stand still, jump forward. */
import { clockState } from './changes';
import { RequestRefused, requiredNumber } from './http-exchange';
import type { Route } from './routes';
import type { Site } from './site';

/** Jumps longer than this would run a year of triggers in one request. */
const LONGEST_JUMP_MILLISECONDS = 400 * 24 * 3600 * 1000;

export function clockRoutes(site: Site): readonly Route[] {
  return [
    {
      method: 'POST',
      pattern: '/api/clock/running',
      handle: async (exchange) => {
        const { running } = await exchange.bodyObject();
        if (typeof running !== 'boolean') throw new RequestRefused(400, '"running" must be true or false.');
        site.workspace.setRunning(running);
        exchange.json(clockState(site.workspace));
        site.changes.announce();
      },
    },
    {
      method: 'POST',
      pattern: '/api/clock/advance',
      handle: async (exchange) => {
        const time = requiredNumber(await exchange.bodyObject(), 'time');
        const now = site.workspace.now();
        if (time < now) throw new RequestRefused(409, '时间只能向前走。Time only moves forward.');
        if (time - now > LONGEST_JUMP_MILLISECONDS) throw new RequestRefused(400, '一次最多前进 400 天。One jump may be 400 days at most.');
        await site.workspace.advanceTo(time);
        exchange.json(clockState(site.workspace));
        site.changes.announce();
      },
    },
  ];
}
