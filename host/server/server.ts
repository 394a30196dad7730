/** The workspace over HTTP, on this machine only. */
import { createServer, type Server } from 'node:http';
import type { Workspace } from '../contract';
import { apiRoutes } from './api-routes';
import { ChangeFeed } from './changes';
import { formRoutes } from './form-routes';
import { downloadRoutes } from './download-routes';
import { GuestPages } from './guest-pages';
import { Questions } from './questions';
import { Exchange, RequestRefused } from './http-exchange';
import { pageRoutes } from './page-routes';
import { restRoutes } from './rest-routes';
import { findRoute, type Route } from './routes';
import { commonHeaders, requireLocalHost, requireOwnOrigin } from './safeguards';
import type { Site, SiteInformation } from './site';
import { webAppRoutes } from './web-app-routes';

export interface ServerOptions {
  readonly workspace: Workspace;
  readonly information: SiteInformation;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly pageFolder: string;
  readonly defaultLanguage?: 'zh' | 'en';
  /** Sets the workspace up anew; the server is closed and started again by then. */
  readonly reset?: () => void;
}

export interface RunningServer {
  /** For example `http://127.0.0.1:8080`. */
  readonly address: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Serves the workspace and tells it its address. Rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const site: Site = {
    workspace: options.workspace,
    information: options.information,
    changes: new ChangeFeed(options.workspace),
    guestPages: new GuestPages(),
    questions: new Questions(),
    pageFolder: options.pageFolder,
    defaultLanguage: options.defaultLanguage ?? 'zh',
    reset: options.reset ?? null,
  };
  const routes: readonly Route[] = [...pageRoutes(site), ...apiRoutes(site), ...webAppRoutes(site), ...formRoutes(site), ...downloadRoutes(site), ...restRoutes(site)];
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(commonHeaders())) response.setHeader(name, value);
    const exchange = new Exchange(request, response, `http://${HOST}`);
    answer(routes, exchange).catch((failure: unknown) => refuse(exchange, failure));
  });
  const port = await listen(server, options.port);
  const address = `http://${HOST}:${port}`;
  options.workspace.baseUrl = address;
  return {
    address,
    close: async () => {
      site.changes.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(routes: readonly Route[], exchange: Exchange): Promise<void> {
  requireLocalHost(exchange);
  requireOwnOrigin(exchange);
  const match = findRoute(routes, exchange.method, exchange.path);
  if (match.kind === 'unknown') throw new RequestRefused(404, 'There is nothing at this address. 此地址没有内容。');
  if (match.kind === 'wrong-method') throw new RequestRefused(405, 'This address does not take that method.');
  await match.route.handle(exchange, match.parameters);
}

function refuse(exchange: Exchange, failure: unknown): void {
  const expected = failure instanceof RequestRefused;
  const message = failure instanceof Error ? failure.message : String(failure);
  if (!expected) console.error(failure);
  if (exchange.response.headersSent) exchange.response.end();
  else exchange.json({ error: message }, expected ? failure.status : 500);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
