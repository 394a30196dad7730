/** Looks for a port that nobody listens on. */
import { createServer } from 'node:net';

const PORTS_TRIED = 20;

/** The first free port from `first` on. Throws when twenty in a row are taken. */
export async function findFreePort(first: number, host = '127.0.0.1'): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED && port <= 65535; port += 1) if (await isFree(port, host)) return port;
  throw new Error(`从 ${first} 起的 ${PORTS_TRIED} 个端口都被占用。All ${PORTS_TRIED} ports from ${first} on are taken.`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
