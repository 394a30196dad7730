/** How requests are put together before they leave. */
import { call, cleanUp, evaluate, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const payload = "{ note: '一', file: Utilities.newBlob('a,b', 'text/csv', '甲\"1.csv'), plain: Utilities.newBlob('x') }";

describe('a payload with blobs among its fields', () => {
  const parts = (boundary: string): string => [
    `--${boundary}`, 'Content-Disposition: form-data; name="note"', '', '一',
    `--${boundary}`, 'Content-Disposition: form-data; name="file"; filename="甲%221.csv"', 'Content-Type: text/csv', '', 'a,b',
    `--${boundary}`, 'Content-Disposition: form-data; name="plain"; filename="plain"', 'Content-Type: text/plain', '', 'x',
    `--${boundary}--`, '',
  ].join('\r\n');

  it('is told as parts of a form', async () => {
    const request = (await evaluate(`UrlFetchApp.getRequest('https://example.com/', { payload: ${payload} })`)) as Readonly<Record<string, string>>;
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(request.contentType ?? '')?.[1] ?? '';
    expect(request).toMatchObject({ method: 'post', payload: parts(boundary) });
    expect(boundary).not.toBe('');
  });
  it('is sent as parts of a form', async () => {
    const workspace = await workspaceWith(`function main() { return UrlFetchApp.fetch('https://example.com/', { payload: ${payload} }).getContentText(); }`);
    workspace.setOutsideServer(({ headers, body }) => ({ status: 200, mimeType: 'text/plain', body: `${headers['content-type']}\n${body}` }));
    const [type = '', ...body] = String(await call(workspace, 'main')).split('\n');
    expect(body.join('\n')).toBe(parts(type.slice('multipart/form-data; boundary='.length)));
  });
});

it('fields without blobs stay a plain form, and a blob alone is the body', async () => {
  const types = "[{ a: '1' }, Utilities.newBlob('x', 'image/png')].map(function (payload) { return UrlFetchApp.getRequest('https://example.com/', { payload: payload }).contentType; })";
  expect(await evaluate(types)).toEqual(['application/x-www-form-urlencoded', 'image/png']);
});

it.each(['nope', 'head', 'options', ''])('the method %p is refused', async (method) => {
  const options = JSON.stringify({ method });
  await expect(evaluate(`UrlFetchApp.getRequest('https://example.com/', ${options})`)).rejects.toThrow('Exception: Attribute provided with invalid value: method');
  await expect(evaluate(`UrlFetchApp.fetch('https://example.com/', ${options})`)).rejects.toThrow('Exception: Attribute provided with invalid value: method');
});
it('methods are taken in capital and small letters', async () => {
  expect(await evaluate("['get', 'POST', 'Put', 'patch', 'DELETE'].map(function (method) { return UrlFetchApp.getRequest('https://example.com/', { method: method }).method; })")).toEqual(['get', 'post', 'put', 'patch', 'delete']);
});
