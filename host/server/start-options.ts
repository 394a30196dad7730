/** The command line of the workspace. */
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** First port to try. */
  readonly port: number;
  /** Folder that keeps the workspace; relative to the project. */
  readonly directory: string;
  readonly language: 'zh' | 'en';
}

export const USAGE = `用法 Usage: npm start -- [--port 8080] [--directory workspace] [--lang zh|en]`;

/** Null when the command line is not understood. */
export function readOptions(args: readonly string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: '8080' }, directory: { type: 'string', default: 'workspace' }, lang: { type: 'string', default: 'zh' } },
    });
    const port = Number(values.port);
    const { lang: language } = values;
    if (!Number.isInteger(port) || port < 1 || port > 65535 || (language !== 'zh' && language !== 'en')) return null;
    return { port, directory: values.directory, language };
  } catch {
    return null;
  }
}
