import { cleanUp, engineer, owner, startAt } from '../kernel/fixture';
import { asEngineer, asOwner, mailWorkspace } from './mailbox-fixture';
import { bodyText } from '../../../host/services/gmail/body-text';
import type { LocalWorkspace } from '../../../host/kernel/workspace';

afterAll(cleanUp);

const day = 86_400_000;
let workspace: LocalWorkspace;

/** An old mail with a file, two of the first of the days below, and one sent by the searcher himself. */
beforeAll(async () => {
  workspace = await mailWorkspace();
  await asOwner(workspace, `GmailApp.sendEmail('${engineer}', 'Old pump', 'the seal leaks', { name: '王芳', attachments: [Utilities.newBlob('x', 'application/pdf', 'report.pdf')] });`);
  await workspace.advanceTo(startAt + 40 * day);
  await asOwner(workspace, `GmailApp.sendEmail('${engineer}', 'New pump', 'all good', { cc: 'third@example.com' }); GmailApp.sendEmail('third@example.com', 'Valve', '', { bcc: '${engineer}', htmlBody: '<p>new <b>seal</b></p>' });`);
  await asEngineer(workspace, `
    GmailApp.sendEmail('${owner}', 'Mine', 'http://example.com/a seen');
    GmailApp.createDraft('${owner}', 'Draft', 'later');
    thread('subject:"Old pump"').addLabel(GmailApp.createLabel('To do/At once')).markRead().markImportant().moveToArchive();
    thread('subject:Valve').getMessages()[0].star();`);
});

/** Subjects in the order in which they were sent. */
const cases: readonly (readonly [query: string, found: readonly string[]])[] = [
  ['', ['Old pump', 'New pump', 'Valve', 'Mine', 'Draft']],
  ['pump', ['Old pump', 'New pump']],
  ['pump seal', ['Old pump']],
  ['"new pump"', ['New pump']],
  ['"new seal"', []],
  ['seal -pump', ['Valve']],
  ['-pump -is:draft -from:me', ['Valve']],
  ['subject:(old OR valve)', ['Old pump', 'Valve']],
  ['subject:{old valve}', ['Old pump', 'Valve']],
  ['old OR valve in:inbox', ['Valve']],
  ['(old pump) OR (in:inbox good)', ['Old pump', 'New pump']],
  ['-(pump OR valve) AND -in:drafts', ['Mine']],
  ['http://example.com/a', ['Mine']],
  ['from:王芳', ['Old pump']],
  ['from:me to:owner', ['Mine', 'Draft']],
  ['to:me', ['Old pump', 'New pump']],
  ['cc:third', ['New pump']],
  ['bcc:engineer', []],
  ['deliveredto:engineer', ['Old pump', 'New pump', 'Valve']],
  ['label:to-do-at-once', ['Old pump']],
  ['label:"To do/At once"', ['Old pump']],
  ['label:inbox', ['New pump', 'Valve']],
  ['has:userlabels', ['Old pump']],
  ['has:nouserlabels is:unread', ['New pump', 'Valve']],
  ['is:read -in:sent -in:draft', ['Old pump']],
  ['is:starred', ['Valve']],
  ['is:important', ['Old pump']],
  ['in:archive', ['Old pump']],
  ['in:sent', ['Mine']],
  ['in:draft', ['Draft']],
  ['has:attachment', ['Old pump']],
  ['filename:pdf', ['Old pump']],
  ['newer_than:30d', ['New pump', 'Valve', 'Mine', 'Draft']],
  ['older_than:1m', ['Old pump']],
  ['newer_than:1y pump', ['Old pump', 'New pump']],
  ['after:2026/3/2 before:2026-03-03', ['Old pump']],
  ['before:2026/03/02', []],
  [`after:${String((startAt + day) / 1000)} subject:pump`, ['New pump']],
  ['larger:1M', []],
  ['smaller:1K subject:pump', ['Old pump', 'New pump']],
];

it.each(cases)('%j finds what it says', async (query, found) => {
  expect(await asEngineer(workspace, `return subjects(GmailApp.search(${JSON.stringify(query)})).reverse();`)).toEqual(expect.arrayContaining([...found]));
  expect(await asEngineer(workspace, `return GmailApp.search(${JSON.stringify(query)}).length;`)).toBe(found.length);
});

it.each(['category:social', 'is:muted', 'has:youtube', 'after:yesterday', 'newer_than:3h'])('%s is refused, not guessed at', async (query) => {
  await expect(asEngineer(workspace, `GmailApp.search('${query}');`)).rejects.toThrow('NotEmulated: Gmail search operator');
});

it.each(['((((((((((', '-(-(-(', 'from:from:'])('%s without end is refused', async (part) => {
  await expect(asEngineer(workspace, `GmailApp.search('${part}'.repeat(5000) + 'a');`)).rejects.toThrow('Invalid argument: query');
});

it.each([
  ['tags', '<p>请 <b>到场</b></p>', '请 到场'],
  ['styles and scripts', '<style>p{}</style>a<SCRIPT>b</SCRIPT >c', 'a c'],
  ['a style without end', 'a<style>b', 'a'],
  ['a tag without end', 'a < b', 'a'],
  ['many of them', '<'.repeat(200_000), ''],
  ['many styles', '<style>'.repeat(40_000), ''],
])('a person reads no %s', (_what, html, text) => {
  expect(bodyText(html).replace(/\s+/g, ' ').trim()).toBe(text);
});

it('days begin at midnight in the script\'s zone for GmailApp, in California for the API', async () => {
  const tell = (query: string): Promise<unknown> => asEngineer(workspace, `return [GmailApp.search('${query}').length, Gmail.Users.Messages.list('me', { q: '${query}' }).resultSizeEstimate];`);
  expect(await tell('subject:old after:2026/03/02')).toEqual([1, 0]);
  expect(await tell('subject:old after:2026/03/01')).toEqual([1, 1]);
});
