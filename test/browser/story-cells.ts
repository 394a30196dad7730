/** Cells of a sheet as people reach them: by the label above and the number beside, with the pointer. */
import type { Locator } from 'playwright-core';
import type { StoryPeople } from './story-people';

interface Grid {
  readonly cell: (text: string) => Locator;
}

const gridOf = (people: StoryPeople): Grid => ({ cell: (text) => people.page.locator('.sheet-grid .cell').filter({ hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }).first() });

const center = async (cell: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await cell.boundingBox();
  if (box === null) throw new Error('The cell is not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Scrolls until the column stands in sight, as one drags the bar below. */
export const bringIntoSight = async (people: StoryPeople, label: string): Promise<void> => {
  const header = gridOf(people).cell(label);
  for (let step = 0; step < 60; step += 1) {
    const place = await people.page.locator('.sheet-grid').boundingBox();
    const box = (await header.count()) > 0 ? await header.boundingBox() : null;
    if (place !== null && box !== null && box.x >= place.x + Math.min(160, place.width / 3) && box.x + box.width <= place.x + place.width) return;
    await people.page.evaluate('(() => { const view = document.querySelector(".grid-scroll"); view.scrollLeft += 180; return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => true); })()');
  }
  throw new Error(`No column ${label}`);
};

/** The place on screen where a row's and a column's lines cross. */
export const crossing = async (people: StoryPeople, rowText: string, label: string): Promise<{ readonly x: number; readonly y: number }> => {
  await bringIntoSight(people, label);
  const grid = gridOf(people);
  await grid.cell(rowText).waitFor();
  return { x: (await center(grid.cell(label))).x, y: (await center(grid.cell(rowText))).y };
};

/** Chooses from a cell's list and waits until the product has answered. */
export const chooseInCell = async (people: StoryPeople, rowText: string, label: string, choice: string): Promise<void> => {
  const { page } = people;
  const at = await crossing(people, rowText, label);
  await page.mouse.dblclick(at.x, at.y);
  const answered = page.waitForResponse((response) => response.url().includes('/cells'));
  await page.getByRole('option', { name: choice, exact: true }).click();
  await answered;
};

/** The note that a cell carries, read as people read it: by pointing at the cell. Waits until it says what is expected. */
export const readNote = async (people: StoryPeople, rowText: string, label: string, expected: string): Promise<string> => {
  const { page } = people;
  const at = await crossing(people, rowText, label);
  await page.locator(`.sheet-grid [data-note*="${expected}"]`).first().waitFor();
  await page.mouse.move(at.x + 1, at.y + 1);
  const note = page.getByRole('tooltip');
  await note.waitFor();
  return note.innerText();
};
