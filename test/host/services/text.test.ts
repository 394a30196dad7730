import { createVerify, generateKeyPairSync } from 'node:crypto';
import { formatDate } from '../../../host/services/date-pattern';
import { parseDate } from '../../../host/services/date-reading';
import { formatString } from '../../../host/services/printf';
import { cleanUp, evaluate } from '../kernel/fixture';
import fc from 'fast-check';

afterAll(cleanUp);

describe('Utilities.formatString', () => {
  it.each([
    ['%s is %d years', ['Li', 42.9], 'Li is 42 years'],
    ['%05.2f|%8.3f|%-6d|%+d', [3.14159, 2, 7, 7], '03.14|   2.000|7     |+7'],
    ['%x %X %o %b %c %%', [255, 255, 8, 5, 'z'], 'ff FF 10 101 z %'],
    ['%,d %10s|%-5s|%.2s', [1234567, 'right', 'l', 'cut'], '1,234,567      right|l    |cu'],
    ['%2$s %1$s', ['a', 'b'], 'b a'],
    ['%e %06d', [12345.678, -42], '1.234568e+04 -00042'],
  ])('%s', (template, args, text) => {
    expect(formatString(template, args)).toBe(text);
  });
  it('is there in scripts', async () => {
    expect(await evaluate("Utilities.formatString('%03d/%s', 7, 'x')")).toBe('007/x');
  });
});

describe('Utilities.parseDate', () => {
  it.each([
    ['2026-03-02 23:04', 'Asia/Shanghai', 'yyyy-MM-dd HH:mm', '2026-03-02T15:04:00.000Z'],
    ['2/3/26 3:04 PM', 'GMT', 'd/M/yy h:mm a', '2026-03-02T15:04:00.000Z'],
    ['Mon, 02 Mar 2026 10:04:05 -0500', 'GMT', 'EEE, dd MMM yyyy HH:mm:ss Z', '2026-03-02T15:04:05.000Z'],
    ['20260302T150405', 'GMT', "yyyyMMdd'T'HHmmss", '2026-03-02T15:04:05.000Z'],
    ['March 2, 2026', 'America/New_York', 'MMMM d, yyyy', '2026-03-02T05:00:00.000Z'],
    ['2026-061', 'GMT', 'yyyy-DDD', '2026-03-02T00:00:00.000Z'],
    ['2026-02-30', 'GMT', 'yyyy-MM-dd', '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T15:04:05+08:00 and more', 'GMT', "yyyy-MM-dd'T'HH:mm:ssXXX", '2026-03-02T07:04:05.000Z'],
  ])('%s in %s by %s', (text, zone, pattern, expected) => {
    expect(new Date(parseDate(text, zone, pattern)).toISOString()).toBe(expected);
  });
  it('refuses what does not follow the pattern', async () => {
    await expect(evaluate("Utilities.parseDate('tomorrow', 'GMT', 'yyyy-MM-dd')")).rejects.toThrow('Unparseable date: "tomorrow"');
    expect(() => parseDate('2026', 'GMT', 'yyyy-bb')).toThrow('Unparseable date');
  });
  it('reads back what formatDate wrote, in any zone', () => {
    const patterns = ['yyyy-MM-dd HH:mm:ss.SSS', "EEEE, d MMMM yyyy 'at' h:mm:ss.SSS a", "yyyy-MM-dd'T'HH:mm:ss.SSSZ", 'D yyyy kk:mm:ss.SSS'];
    // Hours that summer time skips or repeats are left to the zones without it.
    fc.assert(fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), fc.constantFrom('GMT', 'Asia/Tokyo', '+05:30', 'Asia/Kolkata'), fc.constantFrom(...patterns), (date, zone, pattern) => {
      expect(parseDate(formatDate(date.getTime(), zone, pattern), zone, pattern)).toBe(date.getTime());
    }));
  });
});

describe('Utilities.formatDate', () => {
  it.each([
    ['z', 'Asia/Shanghai', 'CST'], ['zzzz', 'Asia/Shanghai', 'China Standard Time'], ['z', 'America/New_York', 'EST'], ['z', 'Europe/Berlin', 'CET'], ['z', 'GMT', 'GMT'],
    ['G yyyy', 'GMT', 'AD 2026'], ['LLL MMMM EEEE', 'GMT', 'Mar March Monday'], ["''yy", 'GMT', "'26"], ['KK:mm a', 'GMT', '03:04 PM'], ['XX', 'Asia/Kolkata', '+0530'],
  ])('writes %s in %s', (pattern, zone, text) => {
    expect(formatDate(Date.parse('2026-03-02T15:04:05.006Z'), zone, pattern)).toBe(text);
  });
  it.each([['yyyy b', "Illegal pattern character 'b'"], ["yyyy 'open", 'Unterminated quote']])('refuses %s', (pattern, message) => {
    expect(() => formatDate(0, 'GMT', pattern)).toThrow(message);
  });
});

it('signs with RSA keys', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  const signature = await evaluate(`Utilities.computeRsaSha256Signature('body', ${JSON.stringify(privateKey)})`);
  expect(createVerify('RSA-SHA256').update('body').verify(publicKey, Buffer.from(signature as number[]))).toBe(true);
});

describe('what the workspace lacks', () => {
  const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }], libraries: [{ userSymbol: 'OAuth2', libraryId: 'x', version: '1' }] } };
  it.each([
    ['SlidesApp.create("x")', 'NotEmulated: SlidesApp.create'],
    ['XmlService.parse("<a/>")', 'NotEmulated: XmlService.parse'],
    ['Drive.Files.list()', 'NotEmulated: Drive.Files'],
    ['OAuth2.createService("x")', 'NotEmulated: OAuth2.createService'],
    ['SpreadsheetApp.noSuchThing()', 'NotEmulated: SpreadsheetApp.noSuchThing'],
    ['FormApp.ItemType.NO_SUCH', 'NotEmulated: FormApp.ItemType.NO_SUCH'],
  ])('%s says so', async (expression, message) => {
    await expect(evaluate(expression, { manifest })).rejects.toThrow(message);
  });
  it('leaves names free for the script itself', async () => {
    expect(await evaluate('typeof Nothing')).toBe('undefined');
    expect(await evaluate('MimeType.PDF + (typeof SlidesApp)')).toBe('application/pdfobject');
  });
});
