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
export async function requestJson<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(method === 'POST' && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
  });
  const answer = (await response.json()) as T & { readonly error?: unknown };
  if (!response.ok) throw new Refused(typeof answer.error === 'string' ? answer.error : `HTTP ${response.status}`, response.status);
  return answer;
}
