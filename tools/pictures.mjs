/** Makes the README's pictures anew: lives through the story in the browser and keeps the chosen ones. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const chosen = {
  'service-workbook-zh': 'desktop-zh/08-sidebar-order-submitted',
  'class-refused-zh': 'desktop-zh/05-class-refused',
  'request-form-phone': 'desktop-zh/01-customer-form-phone',
  'engineer-desk-phone': 'desktop-zh/11-engineer-desk-issued-phone',
  'approval-phone': 'desktop-zh/10-approval-phone',
  'acceptance-phone': 'desktop-zh/22-acceptance-phone',
  'sidebar-phone-en': 'phone-en/04-sidebar',
  'approval-phone-en': 'phone-en/10-approval-phone',
  'progress-phone-en': 'phone-en/02-customer-progress-phone',
  'monthly-mail': 'month/monthly-mail',
};

const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' } });
  if (status !== 0) process.exit(status ?? 1);
};

if (!process.argv.includes('--keep')) {
  run('tools/build.mjs', '--quiet');
  run('node_modules/jest/bin/jest.js', 'test/browser/story', 'test/browser/monthly-mail');
}
mkdirSync(resolve(root, 'docs/images'), { recursive: true });
for (const [name, picture] of Object.entries(chosen)) copyFileSync(resolve(root, 'build/screenshots/story', `${picture}.png`), resolve(root, 'docs/images', `${name}.png`));
