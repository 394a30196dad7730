/** A workspace whose people say what to do with their mail in a few lines of script, each with their own account. */
import type { LocalWorkspace, WorkspaceOptions } from '../../../host/kernel/workspace';
import { engineer, owner, workspaceWith } from '../kernel/fixture';

export const mailManifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] } };

export const mailCode = `
  function raw(lines, body) { return Utilities.base64EncodeWebSafe(lines.concat('', body).join('\\r\\n'), Utilities.Charset.UTF_8); }
  function names(list) { return list.map(function (one) { return one.getName(); }); }
  function subjects(threads) { return threads.map(function (thread) { return thread.getFirstMessageSubject(); }); }
  function thread(query) { return GmailApp.search(query)[0]; }
  function refused(act) { try { act(); return null; } catch (error) { return error.message; } }
  function act(body) { return new Function(body)(); }`;

export const mailWorkspace = (options: Partial<WorkspaceOptions> = {}): Promise<LocalWorkspace> => workspaceWith(mailCode, { manifest: mailManifest }, options);

/** Runs the lines as somebody and gives what they return. */
export async function act(workspace: LocalWorkspace, person: string, body: string): Promise<unknown> {
  const { record, value } = await workspace.run('app', 'act', [body], person);
  if (record.status !== 'completed') throw new Error(record.error ?? record.status);
  return value;
}

export const asOwner = (workspace: LocalWorkspace, body: string): Promise<unknown> => act(workspace, owner, body);
export const asEngineer = (workspace: LocalWorkspace, body: string): Promise<unknown> => act(workspace, engineer, body);
