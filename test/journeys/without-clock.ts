import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Company, owner } from './company';

/** The built bundle and beside it what an owner does by hand on the script's own page: takes the clock triggers away. */
const bundleOfOwner = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'aftersales-clock-'));
  cpSync(resolve(__dirname, '../../dist'), folder, { recursive: true });
  writeFileSync(join(folder, 'core', 'owner.js'), `function removeClock() {
    ScriptApp.getProjectTriggers().filter(function (trigger) { return trigger.getHandlerFunction() === 'sweep'; }).forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); });
  }
  function fact(property) { return PropertiesService.getScriptProperties().getProperty(property); }
  function setFact(property, value) { if (value === null) PropertiesService.getScriptProperties().deleteProperty(property); else PropertiesService.getScriptProperties().setProperty(property, value); }
  function loseQuestion(formId, itemId) { FormApp.openById(formId).deleteItem(FormApp.openById(formId).getItemById(Number(itemId))); }
  function loseFile(property) { PropertiesService.getScriptProperties().setProperty(property, 'nowhere'); }`);
  return folder;
};

/** The company with its clock triggers switched off: nothing runs but what people do, and sweeps that somebody starts. */
export const withoutClock = async (startAt: string): Promise<{ readonly company: Company; readonly sweep: () => Promise<void>; readonly close: () => Promise<void> }> => {
  const bundle = bundleOfOwner();
  const company = await Company.open({ startAt, bundle });
  await company.workspace.run('core', 'removeClock', [], owner);
  return {
    company,
    sweep: async () => {
      const { record } = await company.workspace.run('core', 'sweep', [], owner);
      if (record.status !== 'completed') throw new Error(`sweep ${record.status}: ${record.error ?? ''}`);
    },
    close: async () => {
      await company.close();
      rmSync(bundle, { recursive: true });
    },
  };
};

export const clocksOfTicket = async (company: Company, ticketId: string): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> =>
  new Map((await company.rows('slaClocks')).filter((row) => row['object_id'] === ticketId).map((row) => [String(row['rule_id']), row]));

/** How a sheet writes a moment: days since 30 December 1899, in the company's own time. */
export const serial = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00Z`) / 86_400_000 + 25_569;
