/** What a page shows a moment later than a test may look: pictures being decoded, answers on their way. */
import type { Locator } from 'playwright-core';

const PATIENCE_MILLISECONDS = 8000;
const PAUSE_MILLISECONDS = 30;

/** Reads until what was read `holds`, and no longer than some seconds; the last value is for an `expect` to judge. */
export async function readUntil<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const value = await read();
    if (holds(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** Waits until `read` gives this; the failure shows what it gives instead. */
export async function expectSoon<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const wanted = JSON.stringify(expected);
  expect(await readUntil(read, (value) => JSON.stringify(value) === wanted)).toEqual(expected);
}

/** The width of the picture itself in pixels; one whose data was not understood has none. */
export const drawnWidth = (picture: Locator): Promise<unknown> =>
  readUntil(
    async () => (await (await picture.elementHandle())?.getProperty('naturalWidth'))?.jsonValue(),
    (width: unknown) => typeof width === 'number' && width > 0,
  );
