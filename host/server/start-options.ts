/** The command line of the workspace. */
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** First port to try. */
  readonly port: number;
  /** Folder that keeps the workspace; relative to the project. */
  readonly directory: string;
  readonly language: 'zh' | 'en';
  /** Whose quotas count; a consumer account's unless said otherwise. */
  readonly account?: 'workspace';
  /** The company has already worked for three months. */
  readonly demo: boolean;
  /** Somebody's script project to load once the workspace is open. */
  readonly load?: LoadOptions;
}

export interface LoadOptions {
  readonly folder: string;
  /** Id of a spreadsheet, `new`, or null for a standalone project. */
  readonly container: string | null;
  /** Null for the workspace's owner. */
  readonly owner: string | null;
}

export const USAGE = `用法 Usage: npm start -- [--port 8080] [--directory workspace] [--lang zh|en] [--demo] [--account consumer|workspace] [--load DIR [--bind new|SPREADSHEET_ID] [--as EMAIL]]`;

/** Null when the command line is not understood. */
export function readOptions(args: readonly string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: '8080' }, directory: { type: 'string' }, demo: { type: 'boolean', default: false }, lang: { type: 'string', default: 'zh' }, account: { type: 'string', default: 'consumer' }, load: { type: 'string' }, bind: { type: 'string' }, as: { type: 'string' } },
    });
    const port = Number(values.port);
    const { lang: language } = values;
    if (!Number.isInteger(port) || port < 1 || port > 65535 || (language !== 'zh' && language !== 'en')) return null;
    if (values.account !== 'consumer' && values.account !== 'workspace') return null;
    if (values.load === undefined && (values.bind !== undefined || values.as !== undefined)) return null;
    const load: LoadOptions | null = values.load === undefined ? null : { folder: values.load, container: values.bind ?? null, owner: values.as ?? null };
    return { port, directory: values.directory ?? (values.demo ? 'workspace-demo' : 'workspace'), language, demo: values.demo, ...(values.account === 'workspace' && { account: values.account }), ...(load && { load }) };
  } catch {
    return null;
  }
}
