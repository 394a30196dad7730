/** Stories of script code on a sheet of its own, told one by one in a single project, so that a workspace opens once for all of them. */
import { call, cleanUp, workspaceWith } from '../kernel/fixture';

/** A name, the body of a function where `s` is the spreadsheet and `t` its first sheet, and what it gives. */
export type Story = readonly [name: string, body: string, expected: unknown];

/** `refusal(act)` gives the message that an act was refused with. */
const helpers = "function refusal(act) { try { act(); SpreadsheetApp.flush(); } catch (error) { return error.message; } return 'done'; }";

export function tellStories(title: string, stories: readonly Story[]): void {
  describe(title, () => {
    let workspace: Awaited<ReturnType<typeof workspaceWith>>;
    beforeAll(async () => {
      const functions = stories.map(([, body], index) => `function story${index}() { var s = SpreadsheetApp.create('Ledger'); var t = s.getSheets()[0]; ${body} }`);
      workspace = await workspaceWith([helpers, ...functions].join('\n'));
    });
    afterAll(cleanUp);

    it.each(stories.map(([name, , expected], index) => [name, index, expected] as const))('%s', async (_name, index, expected) => {
      expect(await call(workspace, `story${index}`)).toEqual(expected);
    });
  });
}
