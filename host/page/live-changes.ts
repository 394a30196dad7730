/** Listens to the server's changes and reports them in bundles, so that a burst redraws once. */
import type { ChangeEvent } from '../server/wire';

const BUNDLE_MILLISECONDS = 120;

export function listenToChanges(changed: (change: ChangeEvent) => void, connection: (connected: boolean) => void): void {
  const source = new EventSource('/api/changes');
  let latest: ChangeEvent | null = null;
  let waiting = false;
  source.addEventListener('open', () => connection(true));
  source.addEventListener('error', () => connection(false));
  source.addEventListener('message', (event: MessageEvent<string>) => {
    const change = JSON.parse(event.data) as ChangeEvent;
    latest = change;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (latest) changed(latest);
    }, BUNDLE_MILLISECONDS);
  });
}
