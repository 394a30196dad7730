import { consumerLimits, workspaceLimits } from '../../../host/kernel/limits';
import { call, cleanUp, owner, startAt, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const minute = 60_000;
const day = 24 * 60 * minute;

it('accounts of a paid domain may do more', () => {
  expect([consumerLimits.recipientsPerDay, workspaceLimits.recipientsPerDay, consumerLimits.triggerMinutesPerDay, workspaceLimits.triggerMinutesPerDay]).toEqual([100, 1500, 90, 360]);
});

describe('what triggers may run in a day', () => {
  const code = `
    function install() { ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create(); }
    function work() { Utilities.sleep(240000); }`;
  it('is used up by what they take, and comes back the next day', async () => {
    const workspace = await workspaceWith(code, {}, { limits: { triggerMinutesPerDay: 10 } });
    await call(workspace, 'install');
    await workspace.advanceTo(startAt + 60 * minute);
    const outcomes = (): readonly string[] => workspace.executions().filter(({ kind }) => kind === 'clock').map(({ error, status }) => error ?? status);
    expect(outcomes()).toEqual([...Array.from({ length: 3 }, () => 'Exception: Service using too much computer time for one day'), 'completed', 'completed', 'completed']);
    await workspace.advanceTo(startAt + day);
    expect(outcomes()[0]).toContain('too much computer time');
    expect(outcomes().filter((outcome) => outcome === 'completed')).toHaveLength(6);
  });
  it('does not count what people run by hand', async () => {
    const workspace = await workspaceWith(code, {}, { limits: { triggerMinutesPerDay: 1 } });
    for (const _time of [1, 2]) await call(workspace, 'work');
    await call(workspace, 'install');
    await workspace.advanceTo(startAt + 10 * minute);
    expect(workspace.executions(1)[0]).toMatchObject({ kind: 'clock', status: 'completed' });
  });
});

it('one account runs only so many scripts at once', async () => {
  const workspace = await workspaceWith('function main() { LockService.getScriptLock().waitLock(1000); return 1; }', {}, { limits: { executionsAtOnce: 2 } });
  const records = await Promise.all([1, 2, 3].map(() => workspace.run('app', 'main', [], owner)));
  expect(records.map(({ record }) => record.error ?? record.status).sort()).toEqual(['Exception: There are too many scripts running simultaneously for this Google user account.', 'completed', 'completed']);
});

it.each([
  ["MailApp.sendEmail('a@example.com', 's', 'x'.repeat(200 * 1024 + 1))", 'Limit Exceeded: Email Body Size.'],
  ["MailApp.sendEmail({ to: 'a@example.com', attachments: Array.from({ length: 251 }, function () { return Utilities.newBlob('x'); }) })", 'Limit Exceeded: Email Attachments Per Message.'],
  ["UrlFetchApp.fetch('https://example.com/?' + 'x'.repeat(2100))", 'Limit Exceeded: URLFetch URL Length.'],
])('%s: %s', async (expression, message) => {
  const workspace = await workspaceWith(`function main() { ${expression}; }`);
  await expect(call(workspace, 'main')).rejects.toThrow(message);
});
