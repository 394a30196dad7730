import { call, cleanUp, engineer, owner, startAt, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const minute = 60_000;
const hour = 60 * minute;
const local = (time: number): string => new Date(time + 8 * hour).toISOString().slice(0, 16);

const code = `
  function install(kind, a, b) {
    var builder = ScriptApp.newTrigger('tick').timeBased();
    var trigger = { minutes: function () { return builder.everyMinutes(a); }, hours: function () { return builder.everyHours(a); }, daily: function () { return builder.everyDays(1).atHour(a); },
      near: function () { return builder.everyDays(a).atHour(9).nearMinute(b); }, month: function () { return builder.onMonthDay(a).atHour(6); }, week: function () { return builder.onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(18); },
      after: function () { return builder.after(a); }, zone: function () { return builder.everyDays(1).atHour(8).inTimezone('Europe/Berlin'); } }[kind]().create();
    return trigger.getUniqueId();
  }
  function tick(event) { console.log(JSON.stringify(event)); }
  function list() { return ScriptApp.getProjectTriggers().map(function (trigger) { return [trigger.getHandlerFunction(), String(trigger.getEventType()), trigger.getEventType() === ScriptApp.EventType.CLOCK]; }); }
  function clear() { ScriptApp.getProjectTriggers().forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); }); }
  function who() { console.log([Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()].join('|')); }
  function installWho() { ScriptApp.newTrigger('who').timeBased().everyHours(1).create(); }`;

async function firings(kind: string, args: readonly unknown[], until: number): Promise<readonly string[]> {
  const workspace = await workspaceWith(code);
  await call(workspace, 'install', kind, ...args);
  await workspace.advanceTo(startAt + until);
  return workspace.executions().filter(({ kind: origin }) => origin === 'clock').map(({ startedAt }) => local(startedAt)).reverse();
}

describe('clock triggers', () => {
  it('fire every few minutes from their creation', async () => {
    expect(await firings('minutes', [15], hour)).toEqual(['2026-03-02T08:15', '2026-03-02T08:30', '2026-03-02T08:45', '2026-03-02T09:00']);
  });
  it('fire every few hours', async () => {
    expect(await firings('hours', [6], 12 * hour)).toEqual(['2026-03-02T14:00', '2026-03-02T20:00']);
  });
  it('fire daily within the hour, always at the same time', async () => {
    const times = await firings('daily', [9], 72 * hour);
    expect(times.map((time) => time.slice(0, 13))).toEqual(['2026-03-02T09', '2026-03-03T09', '2026-03-04T09']);
    expect(new Set(times.map((time) => time.slice(14))).size).toBe(1);
  });
  it('fire near a minute, every few days', async () => {
    const times = await firings('near', [2, 30], 5 * 24 * hour);
    expect(times.map((time) => time.slice(0, 13))).toEqual(['2026-03-02T09', '2026-03-04T09', '2026-03-06T09']);
    expect(Math.abs(Number(times[0]?.slice(14)) - 30)).toBeLessThanOrEqual(15);
  });
  it('fire on a day of the month and on a day of the week', async () => {
    expect((await firings('month', [1], 62 * 24 * hour)).map((time) => time.slice(0, 13))).toEqual(['2026-04-01T06', '2026-05-01T06']);
    expect((await firings('week', [], 14 * 24 * hour)).map((time) => time.slice(0, 13))).toEqual(['2026-03-06T18', '2026-03-13T18']);
  });
  it('fire once, in another zone, and through summer time', async () => {
    expect(await firings('after', [90_000], 24 * hour)).toEqual(['2026-03-02T08:01']);
    const times = await firings('zone', [], 40 * 24 * hour);
    expect([times[0]?.slice(11, 13), times.at(-1)?.slice(11, 13)]).toEqual(['15', '14']);
  });
  it('tell the moment in UTC, in order, on a clock that has moved there', async () => {
    const workspace = await workspaceWith(code);
    const id = await call(workspace, 'install', 'minutes', 30);
    await workspace.advanceTo(startAt + 30 * minute);
    const [record] = workspace.executions(1);
    expect(JSON.parse(record?.log[0] ?? '{}')).toEqual({
      year: 2026, month: 3, 'day-of-month': 2, 'day-of-week': 1, 'week-of-year': 9, hour: 0, minute: 30, second: 0, timezone: 'UTC', authMode: 'FULL', triggerUid: id,
    });
    expect(workspace.now()).toBe(startAt + 30 * minute);
  });
  it('run as their creator, and nobody sits at the keyboard', async () => {
    const workspace = await workspaceWith(code);
    await workspace.run('app', 'installWho', [], engineer);
    await workspace.advanceTo(startAt + hour);
    expect(workspace.executions(1)[0]).toMatchObject({ runsAs: engineer, activeUser: null, kind: 'clock', log: [`|${engineer}`] });
  });
  it('go on after a failed run', async () => {
    const workspace = await workspaceWith("function tick() { throw new Error('no'); } function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create(); }");
    await call(workspace, 'install');
    await workspace.advanceTo(startAt + hour);
    expect(workspace.executions().filter(({ status }) => status === 'failed')).toHaveLength(2);
  });
  it('fire by themselves while the clock runs', async () => {
    const workspace = await workspaceWith(code);
    await call(workspace, 'install', 'after', 100);
    workspace.setRunning(true);
    while (workspace.executions(1)[0]?.kind !== 'clock') await new Promise((resolve) => setImmediate(resolve));
    workspace.setRunning(false);
    expect(workspace.now()).toBeGreaterThan(startAt);
  });
});

describe('installing triggers', () => {
  it('lists and deletes one\'s own', async () => {
    const workspace = await workspaceWith(code);
    await call(workspace, 'install', 'hours', 1);
    expect(await call(workspace, 'list')).toEqual([['tick', 'CLOCK', true]]);
    expect((await workspace.run('app', 'list', [], engineer)).value).toEqual([]);
    expect(workspace.triggers()).toMatchObject([{ functionName: 'tick', eventType: 'CLOCK', owner, schedule: 'every hour', nextAt: startAt + hour }]);
    await call(workspace, 'clear');
    expect(workspace.triggers()).toEqual([]);
  });
  it('stops at twenty', async () => {
    const workspace = await workspaceWith(code);
    for (let count = 0; count < 20; count += 1) await call(workspace, 'install', 'hours', 1);
    await expect(call(workspace, 'install', 'hours', 1)).rejects.toThrow('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  });
  it('refuses steps the platform does not have', async () => {
    const workspace = await workspaceWith(code);
    await expect(call(workspace, 'install', 'minutes', 7)).rejects.toThrow('It must be one of 1, 5, 10, 15 or 30.');
  });
  it('refuses a clock trigger that nobody told when to come', async () => {
    const workspace = await workspaceWith(`${code}
      function bare() { ScriptApp.newTrigger('tick').timeBased().create(); }
      function atHour() { ScriptApp.newTrigger('tick').timeBased().atHour(9).inTimezone('Europe/Berlin').create(); }`);
    await expect(call(workspace, 'bare')).rejects.toThrow('Exception: The recurrence of the trigger has not been specified.');
    await expect(call(workspace, 'atHour')).rejects.toThrow('Exception: The recurrence of the trigger has not been specified.');
    expect(workspace.triggers()).toEqual([]);
  });
  it('refuses spreadsheets and forms that are not there', async () => {
    const workspace = await workspaceWith(`
      function sheet(id) { ScriptApp.newTrigger('sheet').forSpreadsheet(id).onEdit().create(); }
      function form(id) { ScriptApp.newTrigger('form').forForm(id).onFormSubmit().create(); }
      function there() { sheet(SpreadsheetApp.create('s').getId()); form(FormApp.create('f').getId()); }`);
    await expect(call(workspace, 'sheet', 'nope')).rejects.toThrow('Exception: Unexpected error while getting the method or property forSpreadsheet on object ScriptApp.TriggerBuilder.');
    await expect(call(workspace, 'form', 'nope')).rejects.toThrow('Exception: Unexpected error while getting the method or property forForm on object ScriptApp.TriggerBuilder.');
    await call(workspace, 'there');
    expect(workspace.triggers()).toHaveLength(2);
  });
});
