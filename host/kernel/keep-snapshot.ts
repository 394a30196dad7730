/** Writes what a workspace in memory holds into a folder, from which `openWorkspace` goes on. */
import { join } from 'node:path';
import { DiskStore } from './disk-store';
import { put, type StoreSnapshot } from './store';

/** How many entries one commit takes: enough to be quick, few enough to stay small. */
const entriesAtOnce = 5000;

export async function keepSnapshot({ shelves }: StoreSnapshot, directory: string): Promise<void> {
  const store = new DiskStore(join(directory, 'store'));
  for (const entries of shelves.values()) {
    for (let from = 0; from < entries.length; from += entriesAtOnce) store.commit(entries.slice(from, from + entriesAtOnce).map(({ key, value }) => put(key, value)));
  }
  await store.close();
}
