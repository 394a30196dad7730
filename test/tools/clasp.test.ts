import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

interface FileStatus {
  readonly filesToPush: readonly string[];
  readonly untrackedFiles: readonly string[];
}

/** What clasp would push, asked from a home without credentials. */
const fileStatus = (project: string): FileStatus => {
  const home = mkdtempSync(join(tmpdir(), 'clasp-'));
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, [resolve(root, 'node_modules/@google/clasp/build/src/index.js'), '-P', project, 'show-file-status', '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home },
    });
    if (status !== 0) throw new Error(`clasp ended with ${status}: ${stderr}${stdout}`);
    return JSON.parse(stdout) as FileStatus;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

test.each([
  ['.clasp.json', 'dist/core', ['Code.js', 'acceptance.html', 'approval.html', 'appsscript.json', 'desk.html', 'message.html', 'part-cases.html', 'part-check.html', 'part-deadlines.html', 'part-night.html', 'part-notices.html', 'part-pages.html', 'part-probe.html', 'part-registers.html', 'part-reports.html', 'part-set-up.html', 'part-workbooks.html', 'ticket.html', 'words.html']],
  ['.clasp.shell.json', 'dist/shell', ['Code.js', 'appsscript.json', 'sidebar.html']],
])('with %s clasp pushes all of %s and nothing else', (project, folder, files) => {
  const { filesToPush, untrackedFiles } = fileStatus(project);
  expect([...filesToPush].sort()).toEqual(files.map((file) => `${folder}/${file}`));
  expect(untrackedFiles).toEqual([]);
  expect(readdirSync(resolve(root, folder)).sort()).toEqual(files);
});
