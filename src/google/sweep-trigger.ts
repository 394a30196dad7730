import { recall, remember } from './memory';

/** The platform does not tell how often a clock trigger comes: what it was made for is written down. */
const property = 'sweep.minutes';
const usual = 5;

/** How often the sweep comes, as far as it is known. */
export const sweepMinutes = (): number => Number(recall(property) ?? usual);

/** Has the sweep come every so many minutes. The new trigger is made before the old one goes, so that none is never there. */
export const ensureSweep = (minutes: number): void => {
  const present = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === 'sweep');
  if (present.length > 0 && recall(property) === String(minutes)) return;
  ScriptApp.newTrigger('sweep').timeBased().everyMinutes(minutes).create();
  for (const trigger of present) ScriptApp.deleteTrigger(trigger);
  remember(property, String(minutes));
};

/** As `ensureSweep`, without asking the platform while nothing else was set. */
export const sweepEvery = (minutes: number): void => {
  if (sweepMinutes() !== minutes) ensureSweep(minutes);
};
