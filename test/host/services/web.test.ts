import { call, cleanUp, emptyWorkspace, engineer, evaluate, load, outsider, owner, startAt, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const anyone = { webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' } };
const code = `
  function doGet(event) {
    if (event.parameter.page === 'html') {
      var template = HtmlService.createTemplateFromFile('page');
      template.name = event.parameter.name;
      template.rows = [1, 2];
      return template.evaluate().setTitle('工单').addMetaTag('viewport', 'width=device-width');
    }
    if (event.parameter.page === 'throw') throw new Error('broken <b>');
    if (event.parameter.page === 'none') return 'text';
    return ContentService.createTextOutput(JSON.stringify([event.parameter, event.parameters, event.queryString, Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()])).setMimeType(ContentService.MimeType.JSON);
  }
  function doPost(event) { return ContentService.createTextOutput(JSON.stringify([event.parameter, event.postData.type, event.postData.contents, event.contentLength])); }
  function double(value) { return value * 2; }
  function echo(value) { return value; }
  function when() { return { at: new Date() }; }
  function nothing() {}
  function fail() { throw new Error('失败了'); }
  function secret_() { return 1; }
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function fetchSelf(body) {
    var response = UrlFetchApp.fetch(ScriptApp.getService().getUrl() + '?a=1', { method: 'post', contentType: 'application/json', payload: JSON.stringify(body) });
    return [response.getResponseCode(), JSON.parse(response.getContentText()), response.getHeaders()['Content-Type']];
  }
  function outside() { UrlFetchApp.fetch('https://example.com/hook'); }
  function all() { var url = ScriptApp.getService().getUrl(); return UrlFetchApp.fetchAll([url + '?n=1', { url: url + '?n=2' }, { url: url, method: 'post', payload: { n: '3' } }]).map(function (response) { return JSON.parse(response.getContentText())[0].n; }); }
  function sheets(token) { return UrlFetchApp.fetch('https://sheets.googleapis.com/v4/spreadsheets/none', { muteHttpExceptions: true, headers: token ? { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } : {} }).getResponseCode(); }
  function identity() { return ScriptApp.getIdentityToken(); }
  function check(token) { var response = UrlFetchApp.fetch('https://oauth2.googleapis.com/tokeninfo?id_token=' + encodeURIComponent(token), { muteHttpExceptions: true }); return [response.getResponseCode(), JSON.parse(response.getContentText())]; }`;
const pages = { 'page.html': '<html><head></head><body><? for (var i = 0; i < rows.length; i++) { ?><i><?= rows[i] + name ?></i><? } // end\n?><?!= name ?><?= double(4) ?></body></html>' };

describe('a web app', () => {
  it('answers with content of its type', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone, pages });
    const answer = await workspace.get('app', { q: '中 文' }, null);
    expect([answer.status, answer.mimeType, JSON.parse(answer.body)]).toEqual([200, 'application/json', [{ q: '中 文' }, { q: ['中 文'] }, 'q=%E4%B8%AD+%E6%96%87', '', owner]]);
    const posted = await workspace.post('app', { a: '1' }, { type: 'application/json', contents: '{"b":"二"}' }, engineer);
    expect(JSON.parse(posted.body)).toEqual([{ a: '1' }, 'application/json', '{"b":"二"}', 11]);
  });
  it('escapes what templates print, unless told not to', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone, pages });
    const answer = await workspace.get('app', { page: 'html', name: '<b>"' }, null);
    expect(answer).toMatchObject({ status: 200, mimeType: 'text/html', title: '工单', clientSession: expect.any(String) as unknown });
    expect(answer.body).toContain('<i>1&lt;b&gt;&quot;</i><i>2&lt;b&gt;&quot;</i><b>"8');
    expect(answer.body).toContain('<meta name="viewport" content="width=device-width">');
    expect(answer.body.indexOf('google')).toBeLessThan(answer.body.indexOf('<meta'));
  });
  it('answers 200 with a page that tells when the script fails', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone, pages });
    expect(await workspace.get('app', { page: 'throw' }, null)).toMatchObject({ status: 200, body: expect.stringContaining('Error: broken &lt;b&gt;') as unknown });
    expect((await workspace.get('app', { page: 'none' }, null)).body).toContain('not a supported return type');
    expect((await workspace.get('app', { sid: '1' }, null)).status).toBe(405);
    expect((await workspace.get('unknown', {}, null)).status).toBe(404);
  });
  it('opens to whom its manifest says, as whom it says', async () => {
    const workspace = await emptyWorkspace();
    const deploy = (executeAs: string, access: string): Promise<void> => load(workspace, { code, pages, manifest: { webapp: { executeAs, access } } });
    const who = async (as: string | null): Promise<unknown> => {
      const { status, body } = await workspace.get('app', {}, as);
      return status === 200 ? (JSON.parse(body) as unknown[]).slice(3) : status;
    };
    await deploy('USER_DEPLOYING', 'ANYONE');
    expect([await who(null), await who(outsider), await who(engineer), await who(owner)]).toEqual([403, ['', owner], [engineer, owner], [owner, owner]]);
    await deploy('USER_ACCESSING', 'ANYONE');
    expect([await who(null), await who(engineer)]).toEqual([403, [engineer, engineer]]);
    await deploy('USER_DEPLOYING', 'MYSELF');
    expect([await who(engineer), await who(owner)]).toEqual([403, [owner, owner]]);
  });
});

describe('google.script.run', () => {
  const open = async () => {
    const workspace = await workspaceWith(code, { manifest: anyone, pages });
    const { clientSession = '' } = await workspace.get('app', { page: 'html' }, outsider);
    return { workspace, run: (name: string, ...args: unknown[]) => workspace.callFromPage(clientSession, name, args) };
  };
  it('carries plain data', async () => {
    const { run } = await open();
    expect(await run('double', 21)).toBe(42);
    expect(await run('echo', { list: [1, null, '中'] })).toEqual({ list: [1, null, '中'] });
    expect(await run('nothing')).toBeNull();
    expect(await run('who')).toEqual(['', owner]);
  });
  it('turns an answer with a Date into null, without an error', async () => {
    const { run } = await open();
    expect(await run('when')).toBeNull();
  });
  it('refuses dates, functions and maps as arguments', async () => {
    const { run } = await open();
    for (const value of [new Date(0), () => 1, new Map(), { deep: [new Date(0)] }]) await expect(run('echo', value)).rejects.toThrow('Failed due to illegal value in property: 0');
  });
  it('cannot call private functions, unknown ones or from nowhere', async () => {
    const { workspace, run } = await open();
    await expect(run('secret_')).rejects.toThrow('Script function not found: secret_');
    await expect(run('absent')).rejects.toThrow('Script function not found: absent');
    await expect(workspace.callFromPage('nowhere', 'double', [1])).rejects.toThrow('no longer valid');
  });
  it('tells the failure handler what was thrown', async () => {
    const { run } = await open();
    await expect(run('fail')).rejects.toMatchObject({ name: 'ScriptError', message: '失败了' });
  });
  it('runs ten at a time and all in the end', async () => {
    const { run } = await open();
    expect(await Promise.all(Array.from({ length: 25 }, (_one, at) => run('double', at)))).toEqual(Array.from({ length: 25 }, (_one, at) => at * 2));
  });
});

describe('UrlFetchApp', () => {
  it('reaches the workspace\'s own web apps', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone, pages });
    expect(await call(workspace, 'fetchSelf', { 值: 1 })).toEqual([200, [{ a: '1' }, 'application/json', '{"值":1}', 9], 'text/plain; charset=utf-8']);
    expect(await call(workspace, 'all')).toEqual(['1', '2', '3']);
    const record = workspace.executions().find(({ functionName }) => functionName === 'all');
    expect(record?.calls.find(({ name }) => name === 'UrlFetchApp.fetchAll')?.requests).toBe(3);
  });
  it('is redirected to the text of a web app, if it wants to see that', async () => {
    const workspace = await workspaceWith(`
      function doGet() { return ContentService.createTextOutput('text'); }
      function look() {
        var moved = UrlFetchApp.fetch(ScriptApp.getService().getUrl(), { followRedirects: false });
        var address = moved.getHeaders().Location;
        var again = function () { return UrlFetchApp.fetch(address, { muteHttpExceptions: true }); };
        return [moved.getResponseCode(), /^https:\\/\\/script\\.googleusercontent\\.com\\//.test(address), again().getContentText(), again().getResponseCode()];
      }`, { manifest: anyone });
    expect(await call(workspace, 'look')).toEqual([302, true, 'text', 404]);
  });
  it('reaches nothing else', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone });
    await expect(call(workspace, 'outside')).rejects.toThrow('DNS error: https://example.com/hook');
  });
  it('reaches a server that stands for the world outside', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone });
    const seen: unknown[] = [];
    workspace.setOutsideServer((request) => {
      seen.push(request);
      return { status: 500, mimeType: 'text/plain', body: 'busy' };
    });
    await expect(call(workspace, 'outside')).rejects.toThrow('Request failed for https://example.com returned code 500. Truncated server response: busy (use muteHttpExceptions option to examine full response)');
    expect(seen).toEqual([{ url: 'https://example.com/hook', method: 'GET', headers: {}, body: '' }]);
  });
  it('asks the Sheets API as whoever the token belongs to', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone });
    expect([await call(workspace, 'sheets', false), await call(workspace, 'sheets', true)]).toEqual([401, 404]);
  });
});

describe('identity tokens', () => {
  it('are confirmed by the tokeninfo endpoint until they expire', async () => {
    const workspace = await workspaceWith(code, { manifest: anyone });
    const token = (await workspace.run<string>('app', 'identity', [], engineer)).value ?? '';
    const [status, info] = (await call(workspace, 'check', token)) as [number, Record<string, string>];
    expect([status, info.email, info.email_verified, info.iss, Number(info.exp)]).toEqual([200, engineer, 'true', 'https://accounts.google.com', startAt / 1000 + 3600]);
    expect(info.aud).toMatch(/\.apps\.googleusercontent\.com$/);
    const [header = '', claims = '', signature = ''] = token.split('.');
    const forged = Buffer.from(Buffer.from(claims, 'base64url').toString().replace(engineer, owner)).toString('base64url');
    expect(await call(workspace, 'check', [header, forged, signature].join('.'))).toEqual([400, { error: 'invalid_token', error_description: 'Invalid Value' }]);
    await workspace.advanceTo(startAt + 3_600_000);
    expect(((await call(workspace, 'check', token)) as unknown[])[0]).toBe(400);
  });
});

describe('a template', () => {
  const template = 'HtmlService.createTemplate("<ul>\\n<? rows.forEach(function (row) { ?><li><?= row ?></li>\\n<? }); ?></ul>")';
  it('tells its own lines beside the code that was made of them', async () => {
    const code = String(await evaluate(`${template}.getCodeWithComments()`)).split('\n');
    expect(code).toEqual(expect.arrayContaining(['// <ul>', '// <? rows.forEach(function (row) { ?>', '// <?= row ?>', '// </li>', '// </ul>']));
    expect(code.filter((line) => !line.startsWith('// ')).join('\n')).toBe(await evaluate(`${template}.getCode()`));
  });
  it('is made of a page, too', async () => {
    expect(await evaluate(`(function () { var page = HtmlService.createHtmlOutput('<p><').append('?= name ?></p>').asTemplate(); page.name = '<b>'; return [page.getRawContent(), page.evaluate().getContent()]; })()`)).toEqual(['<p><?= name ?></p>', '<p>&lt;b&gt;</p>']);
  });
});
