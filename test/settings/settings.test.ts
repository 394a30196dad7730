import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultSettings, type Setting } from '../../sheets-templates';
import { instant, timeZone, type Instant } from '../../src/terms';
import { initialSettings, readSettings, refuseSetting } from '../../src/settings';

const at = (text: string): Instant => instant(text);
const row = (key: string, value: string, from: string): Setting => ({ settingId: `${key}@${from}`, key, value, unit: '', origin: 'ADDED', effectiveFrom: at(from) });

test('every default of the catalogue is a value of its unit', () => {
  expect(Object.entries(defaultSettings).flatMap(([key, { value }]) => refuseSetting(key, value) ?? [])).toEqual([]);
});

test('the value in force is the latest that had begun, the default before any', () => {
  const settings = readSettings([row('exp.away.meal', '60', '2026-07-01 00:00'), row('exp.away.meal', '58', '2026-03-01 00:00')]);
  expect(settings.fen('exp.away.meal', at('2026-02-28 23:59:59'))).toBe(5500);
  expect(settings.fen('exp.away.meal', at('2026-03-01 00:00'))).toBe(5800);
  expect(settings.fen('exp.away.meal', at('2026-06-30 23:59:59'))).toBe(5800);
  expect(settings.fen('exp.away.meal', at('2026-07-01 00:00'))).toBe(6000);
});

test('of two rows of one moment the lower one corrects the upper', () => {
  const settings = readSettings([row('job.sweep_min', '5', '2026-01-01 00:00'), row('job.sweep_min', '10', '2026-01-01 00:00')]);
  expect(settings.minutes('job.sweep_min', at('2026-02-01 00:00'))).toBe(10);
});

test('a row that cannot be used is reported and not obeyed', () => {
  const settings = readSettings([row('sla.contact.min', 'soon', '2026-01-01 00:00'), row('sla.unheard_of', '1', '2026-01-01 00:00')]);
  expect(settings.minutes('sla.contact.min', at('2026-02-01 00:00'))).toBe(60);
  expect(settings.problems.map((problem) => problem.code)).toEqual(['SET-2', 'SET-1']);
});

test('lists, flags, modes, roles and times are read as what they are', () => {
  const settings = readSettings([row('exp.company_cities', '上海、珠海；苏州', '2026-01-01 00:00'), row('charge.block_C', '否', '2026-01-01 00:00'), row('exp.taxi.approval', 'TSM', '2026-01-01 00:00')]);
  const now = at('2026-02-01 00:00');
  expect(settings.list('exp.company_cities', now)).toEqual(['上海', '珠海', '苏州']);
  expect(settings.flag('charge.block_C', now)).toBe(false);
  expect(settings.role('exp.mode.TAXI', now)).toBe('TSM');
  expect(settings.mode('sla.arrange.clock', now)).toBe('WDC');
  expect(settings.time('cal.open', now)).toBe('08:30');
  expect(settings.target('target.M-15', now)).toBe(4.5);
  expect(settings.counts('ar.remind_days', now)).toEqual([-3, 1, 7, 15, 30]);
});

test.each([
  ['cal.open', '8:30'], ['cal.open', '25:00'], ['sla.contact.min', '-1'], ['sla.contact.min', '1.5'], ['exp.away.meal', '55.555'],
  ['sla.clock.A', 'NIGHT'], ['exp.mode.TAXI', 'BOSS'], ['charge.block_C', 'maybe'], ['pm.lead_days', 'x'], ['job.sweep_min', '7'], ['sla.start_event', 'WHENEVER'], ['exp.company_cities', ' '], ['target.M-15', '5.1'], ['target.M-15', '0'],
])('%s cannot be %s', (key, value) => {
  expect(refuseSetting(key, value)?.code).toBe('SET-2');
});

test('a new deployment gets the whole catalogue as rows that read back as the defaults', () => {
  const rows = initialSettings(at('2026-01-01 00:00'));
  const settings = readSettings(rows);
  expect(settings.problems).toEqual([]);
  expect(rows).toHaveLength(Object.keys(defaultSettings).length);
  expect(settings.fen('exp.lodging.T1', at('2026-02-01 00:00'))).toBe(22000);
});

test('cal.timezone: one zone for settings, code and both script projects (0.3)', () => {
  const zones = ['appsscript.json', 'appsscript.shell.json'].map((file) => (JSON.parse(readFileSync(resolve(__dirname, '../..', file), 'utf8')) as { readonly timeZone: string }).timeZone);
  expect([...zones, timeZone, readSettings([]).text('cal.timezone', at('2026-01-01 00:00'))]).toEqual(Array(4).fill('Asia/Shanghai'));
});
