/** A served stand-in workspace and a plain client for it. */
import { request } from 'node:http';
import { resolve } from 'node:path';
import { startServer, type RunningServer } from '../../../host/server/server';
import { OWNER, StandInWorkspace } from './stand-in-workspace';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Served {
  readonly workspace: StandInWorkspace;
  readonly server: RunningServer;
  ask(path: string, call?: Call): Promise<Answer>;
  /** Sends fields as a browser sends a form. */
  send(path: string, fields: Readonly<Record<string, string>> | [string, string][]): Promise<Answer>;
}

export async function serve(reset?: () => void): Promise<Served> {
  const workspace = new StandInWorkspace();
  const server = await startServer({
    workspace,
    port: 0,
    pageFolder: resolve(__dirname, 'page-folder'),
    information: { owner: OWNER, timeZone: 'Asia/Shanghai', people: [], links: [] },
    ...(reset && { reset }),
  });
  const ask = (path: string, call: Call = {}) => exchange(server.address, path, call);
  return {
    workspace,
    server,
    ask,
    send: (path, fields) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** Through `node:http`, since `fetch` decides itself about Host and Origin. */
function exchange(address: string, path: string, { method = 'GET', headers = {}, body }: Call): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = request(address + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
