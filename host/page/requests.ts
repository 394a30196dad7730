/** Calls to the workspace's server. */

/** The server refused; its sentence is the message. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/**
 * Asks the server and reads its JSON answer, whose shape is the caller's to name: both ends are built from
 * `host/server/wire.ts`. Throws `Refused` with the server's own sentence.
 */
export async function requestJson<T>(method: 'GET' | 'POST', path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { ...headers, ...(method === 'POST' && { 'Content-Type': 'application/json' }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const answer = (await response.json()) as T & { readonly error?: unknown };
  if (!response.ok) throw new Refused(sentenceOf(answer.error) ?? `HTTP ${response.status}`, response.status);
  return answer;
}

/** The workspace's own routes answer with a sentence, the Sheets surface with an object that has one. */
function sentenceOf(error: unknown): string | null {
  if (typeof error === 'string') return error;
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string' ? error.message : null;
}
