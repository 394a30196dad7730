import { createContext, runInContext } from 'node:vm';
import { wrapClientPage } from '../../../host/kernel/client-page';

interface Message {
  readonly type: string;
  readonly id: number;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly clientSession: string;
}

/** As much of a browser as the script in the page touches. */
function open(html: string) {
  const sent: Message[] = [];
  const listeners: ((event: object) => void)[] = [];
  const parent = { postMessage: (message: Message) => sent.push(message) };
  const window = { parent, addEventListener: (_type: string, listener: (event: object) => void) => listeners.push(listener) };
  const context = createContext({ window, console, results: [], setTimeout: (run: () => void) => run() });
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  runInContext(script, context);
  runInContext('var google = window.google;', context);
  const answer = (data: object, source: object = parent): void => listeners.forEach((listener) => listener({ data: { type: 'script-run-result', ...data }, source }));
  const run = (code: string): unknown => runInContext(code, context);
  return { sent, answer, run };
}

const page = wrapClientPage('<p>hello</p>', 'session-1', { parameter: { a: '</script>' }, parameters: { a: ['</script>'] } });

describe('google.script in a page', () => {
  it('stands before everything else in the page', () => {
    expect(wrapClientPage('<!DOCTYPE html><html><head lang="x"><script>first()</script></head></html>', 's')).toMatch(/^<!DOCTYPE html><html><head lang="x"><script>\(function/);
    expect(page).toMatch(/^<!DOCTYPE html><script>[\s\S]*<\/script><p>hello<\/p>$/);
  });
  it('asks the parent and hands the answer on', () => {
    const { sent, answer, run } = open(page);
    run("google.script.run.withSuccessHandler(function (value, user) { results.push([value, user]); }).withUserObject('button').save({ a: [1] }, 'x')");
    expect(sent).toEqual([{ type: 'script-run', id: 1, clientSession: 'session-1', functionName: 'save', args: [{ a: [1] }, 'x'] }]);
    answer({ id: 1, ok: true, value: 7 }, {});
    expect(run('results')).toEqual([]);
    answer({ id: 1, ok: true, value: 7 });
    answer({ id: 1, ok: true, value: 8 });
    expect(run('results')).toEqual([[7, 'button']]);
  });
  it('tells failures', () => {
    const { answer, run } = open(page);
    run('google.script.run.withFailureHandler(function (error) { results.push([error.name, error.message, error instanceof Error]); }).save()');
    answer({ id: 1, ok: false, error: { message: '不行' } });
    expect(run('results')).toEqual([['ScriptError', '不行', true]]);
  });
  it('refuses what is not plain data, and private functions', () => {
    const { sent, run } = open(page);
    expect(() => run('google.script.run.save(1, new Date())')).toThrow('Failed due to illegal value in property: 1');
    expect(() => run('google.script.run.save_()')).toThrow();
    expect(sent).toEqual([]);
  });
  it('keeps ten calls on their way and the others waiting', () => {
    const { sent, answer, run } = open(page);
    run('for (var i = 0; i < 12; i++) google.script.run.save(i)');
    expect(sent).toHaveLength(10);
    answer({ id: 3, ok: true, value: null });
    expect(sent.map(({ args }) => args[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
  it('knows where it is and can close itself', () => {
    const { sent, run } = open(page);
    run('google.script.url.getLocation(function (location) { results.push(location.parameter.a); }); google.script.host.close();');
    expect(run('results')).toEqual(['</script>']);
    expect(sent).toEqual([{ type: 'script-host-close', clientSession: 'session-1' }]);
  });
});
