/** The invented company on a real workspace, served over HTTP and looked at by a browser. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workspace } from '../../host/contract';
import { openWorkspace } from '../../host/kernel/workspace';
import { OWNER, prepareSite } from '../../host/server/first-start';
import { findFreePort } from '../../host/server/free-port';
import { startServer, type RunningServer } from '../../host/server/server';
import type { SiteInformation } from '../../host/server/site';
import { launchBrowser, PROJECT_ROOT, type TestBrowser } from './launch';

export type StoryLanguage = 'zh' | 'en';

export interface StoryPlace {
  readonly language: StoryLanguage;
  readonly workspace: Workspace;
  readonly information: SiteInformation;
  readonly address: string;
  readonly browser: TestBrowser;
  close(): Promise<void>;
}

const FIRST_PORT = 18100;
const PAGE_FOLDER = resolve(PROJECT_ROOT, 'build/page');

/** Sets the company up in memory and serves it. `startAt` is the first moment, with its zone. */
export async function openStoryPlace(options: { readonly startAt: string; readonly language: StoryLanguage }): Promise<StoryPlace> {
  if (!existsSync(PAGE_FOLDER)) throw new Error('Run "npm run build" first: build/page is missing.');
  const workspace = await openWorkspace({ directory: null, startAt: Date.parse(options.startAt) });
  // Set-up writes the web app's address into the workbook that the sidebar reads it from.
  const port = await findFreePort(FIRST_PORT);
  workspace.baseUrl = `http://127.0.0.1:${port}`;
  const information = await prepareSite(workspace, { projectRoot: PROJECT_ROOT, directory: null, language: options.language });
  const server: RunningServer = await startServer({ workspace, information, port, pageFolder: PAGE_FOLDER, defaultLanguage: options.language });
  const browser = await launchBrowser();
  return {
    language: options.language, workspace, information, address: server.address, browser,
    close: async () => {
      await browser.close();
      await server.close();
      await workspace.close();
    },
  };
}

export { OWNER };

/** Runs that did not end well, with what they said. */
export const failedRuns = (workspace: Workspace): readonly string[] =>
  workspace.executions(2000).filter((record) => record.status !== 'completed').map((record) => `${record.functionName} ${record.status}: ${record.error ?? ''} ${record.stack ?? ''}`);
