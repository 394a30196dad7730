import { call, cleanUp, emptyWorkspace, evaluate, load, owner, startAt, workspaceWith } from './fixture';

afterAll(cleanUp);

describe('the guest', () => {
  it('has the language and lacks what the platform lacks', async () => {
    const names = ['setTimeout', 'setInterval', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'structuredClone', 'process', 'require', 'module', 'Buffer', 'queueMicrotask', 'WebAssembly', 'performance'];
    expect(await evaluate(`[${names.map((name) => `typeof ${name}`).join(',')}]`)).toEqual(names.map(() => 'undefined'));
    expect(await evaluate('[typeof Intl, typeof Promise, typeof Proxy, typeof BigInt]')).toEqual(['object', 'function', 'function', 'function']);
  });

  it('gets every value in its own realm', async () => {
    const code = `
      function main(given) {
        var day = Utilities.parseCsv('a,b');
        var errors = [];
        try { Utilities.formatDate('no date', 'GMT', 'yyyy'); } catch (error) { errors.push(error); }
        return [given instanceof Array, given[0] instanceof Date, given[1] instanceof Object, day instanceof Array, errors[0] instanceof Error, errors[0].name, String(errors[0])];
      }`;
    const workspace = await workspaceWith(code);
    const text = "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.";
    expect(await call(workspace, 'main', [new Date(0), { a: 1 }])).toEqual([true, true, true, true, true, 'Exception', `Exception: ${text}`]);
  });

  it('carries undefined, NaN, dates and odd keys both ways', async () => {
    const workspace = await workspaceWith('function main(value) { return value; }');
    const value = { a: [undefined, NaN, -Infinity], at: new Date(86400000), $: 'd', nested: { $: { $: 1 } }, none: null };
    expect(await call(workspace, 'main', value)).toEqual(value);
  });

  it('sees virtual time and the script\'s zone, whatever the machine\'s', async () => {
    const workspace = await workspaceWith(`
      function main() { var now = new Date(); return [Date.now(), now.getHours(), now.getTimezoneOffset(), String(now), new Date(2026, 0, 31, 23, 30).toISOString(), new Date('2026-05-01T09:00').getTime(), now instanceof Date, Date()]; }
      function later() { return new Date().toISOString(); }`);
    expect(await call(workspace, 'main')).toEqual([
      startAt, 8, -480, 'Mon Mar 02 2026 08:00:00 GMT+0800 (China Standard Time)', '2026-01-31T15:30:00.000Z', Date.parse('2026-05-01T01:00:00Z'), true, 'Mon Mar 02 2026 08:00:00 GMT+0800 (China Standard Time)',
    ]);
    await workspace.advanceTo(startAt + 3_600_000);
    expect(await call(workspace, 'later')).toBe('2026-03-02T01:00:00.000Z');
  });

  it('keeps summer time of the script\'s zone', async () => {
    const manifest = { timeZone: 'Europe/Berlin' };
    expect(await evaluate('[new Date(2026, 2, 29, 12).toISOString(), new Date(2026, 2, 28, 12).toISOString(), (function () { var d = new Date(2026, 2, 28, 12); d.setDate(29); return d.getHours(); })()]', { manifest })).toEqual([
      '2026-03-29T10:00:00.000Z', '2026-03-28T11:00:00.000Z', 12,
    ]);
  });

  it('formats dates through Intl in the script\'s zone and at virtual time, unless a zone is named', async () => {
    const at = "new Date('2026-03-02T20:30:00Z')";
    const time = "{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }";
    expect(await evaluate(`[
      new Intl.DateTimeFormat().resolvedOptions().timeZone, Intl.DateTimeFormat('en-GB', ${time}).format(${at}), new Intl.DateTimeFormat('en-GB', { timeZone: undefined }).format(${at}),
      new Intl.DateTimeFormat('en-GB', ${time}).formatToParts(${at})[0].value, new Intl.DateTimeFormat('en-GB', ${time}).formatRange(${at}, new Date(${at}.getTime() + 3600000)),
      new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC' }).format(${at}), new Intl.DateTimeFormat('en-GB').format(), new Intl.DateTimeFormat('en-GB').formatToParts()[0].value,
      ${at}.toLocaleDateString('en-GB', { timeZone: undefined }), ${at}.toLocaleTimeString('en-GB'), ${at}.toLocaleString('en-GB', { timeZone: 'UTC' }),
      new Intl.DateTimeFormat() instanceof Intl.DateTimeFormat, new Intl.DateTimeFormat().constructor === Intl.DateTimeFormat, Intl.DateTimeFormat.supportedLocalesOf('en'),
      [0, 1].map(new Intl.DateTimeFormat('en-GB').format).length,
    ]`)).toEqual([
      'Asia/Shanghai', '04:30', '03/03/2026', '04', '04:30–05:30', '02/03/2026', '02/03/2026', '02', '03/03/2026', '04:30:00', '02/03/2026, 20:30:00', true, true, ['en'], 2,
    ]);
  });
  it('shares nothing between executions', async () => {
    const workspace = await workspaceWith('var count = 0; function main() { count += 1; Array.prototype.leak = true; return count; } function leaked() { return [].leak; }');
    expect(await call(workspace, 'main')).toBe(1);
    expect(await call(workspace, 'main')).toBe(1);
    expect(await call(workspace, 'leaked')).toBeUndefined();
  });

  it('waits for promises it can settle itself', async () => {
    expect(await evaluate('Promise.resolve(1).then(function (one) { return Utilities.base64Encode("a") + one; })')).toBe('YQ==1');
  });

  it('runs several files as one script', async () => {
    const workspace = await workspaceWith('function main() { return part() + OTHER; }', { pages: { 'lib/part.js': 'const OTHER = 2; function part() { return 1; }' } });
    expect(await call(workspace, 'main')).toBe(3);
  });
});

describe('what is not there', () => {
  it('throws NotEmulated for a method a service lacks', async () => {
    await expect(evaluate('Utilities.frobnicate()')).rejects.toThrow('NotEmulated: Utilities.frobnicate');
  });
  it('throws NotEmulated for a service the workspace lacks', async () => {
    await expect(evaluate('CalendarApp.getDefaultCalendar()')).rejects.toThrow('NotEmulated: CalendarApp.getDefaultCalendar');
  });
  it('has an advanced service only where the manifest enables it', async () => {
    expect(await evaluate('typeof Gmail')).toBe('undefined');
    const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] } };
    expect(await evaluate('typeof Gmail.Users.Drafts.create', { manifest })).toBe('function');
  });
});

describe('Logger', () => {
  it.each([
    ["'text'", 'text'], ['1', '1.0'], ['0.5', '0.5'], ['-0', '-0.0'], ['1772409600000', '1.7724096E12'], ['0.0001', '1.0E-4'], ['NaN', 'NaN'], ['true', 'true'], ['null', 'null'], ['undefined', 'undefined'],
    ['{ a: 1 }', '{a=1.0}'], ["{ a: [1, 'x', { b: null }], c: {} }", '{a=[1.0, x, {b=null}], c={}}'], ["['a', 2]", '[a, 2.0]'], ['Object.create(null)', '{}'],
    ['new Date()', 'Mon Mar 02 08:00:00 GMT+08:00 2026'], ['Utilities.Charset.UTF_8', 'UTF_8'], ["Utilities.newBlob('x')", 'Blob'], ["(function () { var o = {}; o.o = o; return o; })()", '{o=…}'],
    ["'%s of %d', { a: 1 }, 2", '{a=1.0} of 2'],
  ])('writes %s as the platform does: %s', async (values, text) => {
    const workspace = await workspaceWith(`function main() { Logger.log(${values}); }`);
    await call(workspace, 'main');
    expect(workspace.executions(1)[0]?.log).toEqual([text]);
  });
  it('gives its lines back with their moments, until they are cleared', async () => {
    expect(await evaluate("[Logger.log('one').log({ a: 1 }).getLog(), (Logger.clear(), Logger.getLog())]")).toEqual(['Mon Mar 02 08:00:00 GMT+08:00 2026 INFO: one\nMon Mar 02 08:00:00 GMT+08:00 2026 INFO: {a=1.0}\n', '']);
  });
});

describe('records', () => {
  it('hold identity, log, calls and their cost', async () => {
    const workspace = await workspaceWith(`
      function main() { console.log('%s tickets', 3, { open: true }); Logger.log('done'); PropertiesService.getScriptProperties().setProperty('key', '值'); return 1; }`);
    await call(workspace, 'main');
    const [record] = workspace.executions(1);
    expect(record).toMatchObject({ project: 'app', functionName: 'main', kind: 'editor', runsAs: owner, activeUser: owner, status: 'completed', startedAt: startAt, log: ['3 tickets {"open":true}', 'done'] });
    expect(record?.calls.map(({ index, name, requests, bytes }) => [index, name, requests, bytes])).toEqual([
      [1, 'PropertiesService.getScriptProperties', 0, 0],
      [2, 'Properties.setProperty', 1, 3],
    ]);
    expect(record?.cpuMilliseconds).toBeGreaterThan(0);
  });

  it('tell what went wrong and where', async () => {
    const workspace = await workspaceWith('function main() {\n  null.field;\n}');
    await expect(call(workspace, 'main')).rejects.toThrow('TypeError');
    expect(workspace.executions(1)[0]?.stack).toContain('Code.js:2');
    await expect(call(workspace, 'absent')).rejects.toThrow('Script function not found: absent');
  });

  it('are bounded, newest first', async () => {
    const workspace = await emptyWorkspace({ limits: { executionsKept: 3 } });
    await load(workspace, { code: 'function main(number) { console.log(number); }' });
    for (const number of [1, 2, 3, 4, 5]) await call(workspace, 'main', number);
    expect(workspace.executions().map(({ log }) => log[0])).toEqual(['5', '4', '3']);
    expect(workspace.executions(1).map(({ log }) => log[0])).toEqual(['5']);
  });

  it('lists the functions a visitor may call', async () => {
    const workspace = await workspaceWith('function doGet() {} function secret_() {} var value = 1; const arrow = function () {};');
    expect(await workspace.functions('app')).toEqual(['doGet']);
  });
});

describe('an execution that goes wrong as a whole', () => {
  it('is stopped when it runs too long, and the next one runs', async () => {
    const workspace = await workspaceWith('function main() { for (;;) {} } function next() { return 1; }', {}, { limits: { executionSeconds: 0.3 } });
    const { record } = await workspace.run('app', 'main', [], owner);
    expect(record).toMatchObject({ status: 'timed-out', error: 'Exceeded maximum execution time' });
    expect(await call(workspace, 'next')).toBe(1);
  });

  it('is stopped when it sleeps too long, without anyone waiting', async () => {
    const workspace = await workspaceWith('function main() { for (var i = 0; i < 10; i++) Utilities.sleep(60000); }');
    const { record } = await workspace.run('app', 'main', [], owner);
    expect([record.status, record.calls.length]).toEqual(['timed-out', 6]);
    expect(workspace.now()).toBe(startAt);
  });
});
