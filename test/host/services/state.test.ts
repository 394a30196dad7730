import { call, cleanUp, engineer, load, owner, startAt, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

describe('PropertiesService', () => {
  it('keeps strings apart by script and by user', async () => {
    const workspace = await workspaceWith(`
      function set(value) { PropertiesService.getScriptProperties().setProperty('a', value); PropertiesService.getUserProperties().setProperty('mine', Session.getEffectiveUser().getEmail()); }
      function all() { return [PropertiesService.getScriptProperties().getProperties(), PropertiesService.getUserProperties().getProperty('mine'), PropertiesService.getDocumentProperties()]; }
      function replace() { return PropertiesService.getScriptProperties().setProperties({ b: 2, c: '3' }, true).deleteProperty('c').getKeys(); }`);
    await call(workspace, 'set', 'x');
    expect(await call(workspace, 'all')).toEqual([{ a: 'x' }, owner, null]);
    expect((await workspace.run('app', 'all', [], engineer)).value).toEqual([{ a: 'x' }, null, null]);
    expect(await call(workspace, 'replace')).toEqual(['b']);
    await load(workspace, { name: 'app', code: 'function all() { return PropertiesService.getScriptProperties().getProperties(); }' });
    expect(await call(workspace, 'all')).toEqual({ b: '2' });
  });
  it('refuses values over 9 KB and stores over 500 KB', async () => {
    const workspace = await workspaceWith(`
      function big() { PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(9217)); }
      function many() { var all = {}; for (var i = 0; i < 56; i++) all['k' + i] = 'x'.repeat(9216); PropertiesService.getScriptProperties().setProperties(all); }`);
    await expect(call(workspace, 'big')).rejects.toThrow('Argument too large: value');
    await expect(call(workspace, 'many')).rejects.toThrow('You have exceeded the property storage quota');
  });
});

describe('CacheService', () => {
  const code = `
    function put(seconds) { CacheService.getScriptCache().put('k', 'v', seconds); CacheService.getScriptCache().putAll({ a: '1', b: '2' }); }
    function get() { return [CacheService.getScriptCache().get('k'), CacheService.getScriptCache().getAll(['a', 'b', 'c'])]; }
    function limits() { return ['x'.repeat(251), 'ok'].map(function (key) { try { CacheService.getScriptCache().put(key, key === 'ok' ? 'y'.repeat(102401) : 'v'); return null; } catch (error) { return error.message; } }); }
    function fill(prefix, count, seconds) { var all = {}; for (var i = 0; i < count; i++) all[prefix + i] = 'x'; CacheService.getScriptCache().putAll(all, seconds); }
    function left(prefix, count) { var keys = []; for (var i = 0; i < count; i++) keys.push(prefix + i); return Object.keys(CacheService.getScriptCache().getAll(keys)).length; }`;
  it('forgets on the virtual clock', async () => {
    const workspace = await workspaceWith(code);
    await call(workspace, 'put', 30);
    expect(await call(workspace, 'get')).toEqual(['v', { a: '1', b: '2' }]);
    await workspace.advanceTo(startAt + 30_000);
    expect(await call(workspace, 'get')).toEqual([null, { a: '1', b: '2' }]);
    await workspace.advanceTo(startAt + 600_000);
    expect(await call(workspace, 'get')).toEqual([null, {}]);
  });
  it('keeps the platform\'s limits', async () => {
    const workspace = await workspaceWith(code);
    expect(await call(workspace, 'limits')).toEqual(['Argument too large: key', 'Argument too large: value']);
    await call(workspace, 'fill', 'long', 900, 600);
    await call(workspace, 'fill', 'short', 100, 60);
    await call(workspace, 'fill', 'new', 30, 300);
    expect([await call(workspace, 'left', 'long', 900), await call(workspace, 'left', 'short', 100), await call(workspace, 'left', 'new', 30)]).toEqual([900, 70, 30]);
  });
});

describe('Session', () => {
  const code = 'function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone()]; }';
  it('tells who runs the function', async () => {
    const workspace = await workspaceWith(code);
    expect((await workspace.run('app', 'who', [], engineer)).value).toEqual([engineer, engineer, 'Asia/Shanghai']);
  });
  it('speaks the language of the account', async () => {
    const workspace = await workspaceWith('function locale() { return Session.getActiveUserLocale(); }');
    workspace.addUser({ email: 'guest@example.com', name: 'Guest', language: 'en' });
    for (const [person, expected] of [[engineer, 'zh-CN'], ['guest@example.com', 'en']] as const) expect((await workspace.run('app', 'locale', [], person)).value).toBe(expected);
  });
});

describe('scopes of the manifest', () => {
  it('refuse services they do not name, in the platform\'s words', async () => {
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/script.send_mail', 'openid'] };
    const workspace = await workspaceWith("function mail() { MailApp.getRemainingDailyQuota(); } function fetch() { UrlFetchApp.fetch('https://example.com'); } function token() { return ScriptApp.getIdentityToken(); }", { manifest });
    await call(workspace, 'mail');
    await expect(call(workspace, 'fetch')).rejects.toThrow('Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request');
    const token = String(await call(workspace, 'token'));
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).not.toHaveProperty('email');
  });
});
