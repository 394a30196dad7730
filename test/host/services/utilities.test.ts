import { createHmac } from 'node:crypto';
import { cleanUp, evaluate } from '../kernel/fixture';

afterAll(cleanUp);

const at = "new Date('2026-03-02T15:04:05.006Z')";

describe('Utilities.formatDate', () => {
  it.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', 'Asia/Shanghai', '2026-03-02 23:04:05.006'],
    ['yy/M/d h:mm a', 'GMT', '26/3/2 3:04 PM'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'America/New_York', 'Mon, 2 Mar 2026 10:04:05 -0500'],
    ["EEEE 'at' HH 'o''clock' XXX", 'Asia/Kolkata', "Monday at 20 o'clock +05:30"],
    ['D u w W F kk KK X', 'GMT', '61 1 10 1 1 15 03 Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'GMT+8', '2026-03-02T23:04:05+08:00'],
    ['YYYY-ww MMMM', 'Asia/Shanghai', '2026-10 March'],
  ])('%s in %s', async (pattern, zone, text) => {
    expect(await evaluate(`Utilities.formatDate(${at}, ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`)).toBe(text);
  });

  it.each([
    ['formatDate', `${at}, 'GMT'`, 'object,String'],
    ['formatDate', at, 'object'],
    ['formatDate', `${at}, 'GMT', undefined`, 'object,String,undefined'],
    ['formatDate', `${at}, 'GMT', 'yyyy', 'M'`, 'object,String,String,String'],
    ['parseDate', "'2026', 'GMT'", 'String,String'],
  ])('%s(%s) does not match its signature', async (method, args, kinds) => {
    await expect(evaluate(`Utilities.${method}(${args})`)).rejects.toThrow(`Exception: The parameters (${kinds}) don't match the method signature for Utilities.${method}.`);
  });

  it('numbers weeks over the new year as Java does', async () => {
    const days = ['2025-12-28', '2025-12-31', '2026-01-01', '2026-01-04', '2024-12-29', '2023-01-01'];
    const expression = `${JSON.stringify(days)}.map(function (day) { return Utilities.formatDate(new Date(day + 'T00:00:00Z'), 'GMT', 'YYYY w'); })`;
    expect(await evaluate(expression)).toEqual(['2026 1', '2026 1', '2026 1', '2026 2', '2025 1', '2023 1']);
  });
});

describe('digests', () => {
  it.each([
    ['', '8350e5a3e24c153df2275c9f80692773'],
    ['abc', 'da853b0d3f88d99b30283a69e6ded6bb'],
    ['abcdefghijklmnopqrstuvwxyz', '4e8ddff3650292ab5a4108c3aa47940b'],
    ['12345678901234567890123456789012345678901234567890123456789012345678901234567890', 'd5976f79d83d3a0dc9806c3c66f3efd8'],
  ])('digests %p by MD2 as its standard does', async (text, digest) => {
    expect(await evaluate(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, ${JSON.stringify(text)}).map(function (byte) { return ('0' + (byte & 255).toString(16)).slice(-2); }).join('')`)).toBe(digest);
  });
  it('take strings for US-ASCII unless told otherwise', async () => {
    const [ascii, marks, utf8] = await lists("[Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '中文'), Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '??'), Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '中文', Utilities.Charset.UTF_8)]");
    expect(ascii).toEqual(marks);
    expect(utf8).not.toEqual(ascii);
    expect(utf8).toHaveLength(32);
    expect(Math.min(...(utf8 ?? []))).toBeLessThan(0);
  });
  it('sign with a key', async () => {
    const [signature] = await lists("[Utilities.computeHmacSha256Signature('body', '密', Utilities.Charset.UTF_8)]");
    expect(Buffer.from(signature ?? [])).toEqual(createHmac('sha256', '密').update('body').digest());
  });
});

async function lists(expression: string): Promise<number[][]> {
  const value = await evaluate(expression);
  return Array.isArray(value) ? value.map((list: unknown) => (Array.isArray(list) ? list.map(Number) : [])) : [];
}

describe('encodings', () => {
  it('go there and back', async () => {
    expect(await evaluate("[Utilities.base64Encode('a?>中'), Utilities.base64EncodeWebSafe('a?>中'), Utilities.newBlob(Utilities.base64DecodeWebSafe(Utilities.base64EncodeWebSafe('中>?'))).getDataAsString()]")).toEqual(['YT8+5Lit', 'YT8-5Lit', '中>?']);
  });
  it('refuse what is no base64', async () => {
    await expect(evaluate("Utilities.base64Decode('***')")).rejects.toThrow('Could not decode string.');
  });
  it('pack and unpack', async () => {
    expect(await evaluate("Utilities.ungzip(Utilities.gzip(Utilities.newBlob('账本 '.repeat(99)))).getDataAsString().length")).toBe(297);
    expect(await evaluate("Utilities.unzip(Utilities.zip([Utilities.newBlob('一', 'text/plain', '甲.txt'), Utilities.newBlob('b', 'text/csv', 'b.csv')])).map(function (blob) { return [blob.getName(), blob.getDataAsString(), blob.getContentType()]; })")).toEqual([
      ['甲.txt', '一', 'text/plain'], ['b.csv', 'b', 'text/csv'],
    ]);
  });
  it('pack nothing without a name', async () => {
    await expect(evaluate("Utilities.zip([Utilities.newBlob('一', 'text/plain', '甲.txt'), Utilities.newBlob('b')])")).rejects.toThrow('Exception: Blob object must have non-null name for this operation.');
  });
});

it('reads quoted comma-separated text', async () => {
  expect(await evaluate(String.raw`Utilities.parseCsv('a,"b, ""c""\nd",\r\n1,,3')`)).toEqual([['a', 'b, "c"\nd', ''], ['1', '', '3']]);
});

it('gives every call an identifier of its own', async () => {
  const [first, second] = (await evaluate('[Utilities.getUuid(), Utilities.getUuid()]')) as string[];
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(first).not.toBe(second);
});

it('compares enums by identity and shows their names', async () => {
  expect(await evaluate('[Utilities.Charset.UTF_8 === Utilities.Charset.UTF_8, String(Utilities.Charset.UTF_8), Utilities.Charset.UTF_8.ordinal(), JSON.stringify({ set: Utilities.Charset.UTF_8 })]')).toEqual([true, 'UTF_8', 1, '{"set":"UTF_8"}']);
});
