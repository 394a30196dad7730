import { createServer } from 'node:net';
import { findFreePort } from '../../../host/server/free-port';
import { readSetUpResult } from '../../../host/server/set-up-result';
import { readOptions } from '../../../host/server/start-options';

describe('the command line', () => {
  test('has defaults', () => {
    expect(readOptions([])).toEqual({ port: 8080, directory: 'workspace', language: 'zh', demo: false });
  });

  test('takes port, directory and language', () => {
    expect(readOptions(['--port', '9000', '--directory', '/tmp/x', '--lang', 'en'])).toEqual({ port: 9000, directory: '/tmp/x', language: 'en', demo: false });
  });

  test('takes a project to load, alone or bound', () => {
    expect(readOptions(['--load', 'mine'])?.load).toEqual({ folder: 'mine', container: null, owner: null });
    expect(readOptions(['--load', 'mine', '--bind', 'new', '--as', 'a@example.com'])?.load).toEqual({ folder: 'mine', container: 'new', owner: 'a@example.com' });
  });

  test('takes a kind of account', () => {
    expect(readOptions(['--account', 'workspace'])).toMatchObject({ account: 'workspace' });
  });

  test.each([[['--account', 'rich']], [['--bind', 'new']], [['--port', 'x']], [['--port', '70000']], [['--lang', 'fr']], [['--colour', 'red']], [['extra']]])('refuses %j', (args) => {
    expect(readOptions(args)).toBeNull();
  });
});

test('a taken port gives way to the next one', async () => {
  const first = await findFreePort(41000);
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(first, '127.0.0.1', listening));
  expect(await findFreePort(first)).toBeGreaterThan(first);
  await new Promise((closed) => taken.close(closed));
});

describe('what set-up answers', () => {
  test('gives the people in order, each with their own page', () => {
    const result = readSetUpResult({
      workbooks: { service: { id: 'w1', name: '服务' } },
      people: [{ email: 'a@example.com', name: '甲', title: { zh: '主管', en: 'Supervisor' }, desk: 'http://127.0.0.1/macros/s/core/exec?t=1' }],
      forms: { intake: { id: 'f', address: 'http://127.0.0.1/forms/d/e/f/viewform' } },
    });
    expect(result.serviceWorkbook).toBe('w1');
    expect(result.people).toEqual([{ email: 'a@example.com', name: '甲', title: { zh: '主管', en: 'Supervisor' } }]);
    expect(result.links.map((link) => link.person)).toEqual([null, 'a@example.com']);
  });

  test.each([[null], [{}], [{ workbooks: {} }], [{ workbooks: { service: { id: 'w' } }, people: [{}] }]])('%j is an error, not a workspace half set up', (value) => {
    expect(() => readSetUpResult(value)).toThrow(/setUp/);
  });
});
