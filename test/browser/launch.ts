/**
 * A Chromium for tests that look at pages: the packaged browser, fonts with Chinese glyphs, screenshots in
 * `build/screenshots/`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const PROJECT_ROOT = resolve(__dirname, '../..');
const SCREENSHOTS = resolve(PROJECT_ROOT, 'build/screenshots');

const PATIENCE_MILLISECONDS = 8000;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--disable-gpu',
];

export interface TestBrowser {
  /** A fresh context with one page. Console errors of the page land in `problems`. */
  open(size: { readonly width: number; readonly height: number }, how?: { readonly locale?: string; readonly scale?: number }): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly problems: string[] }>;
  close(): Promise<void>;
}

/** The packaged browser now and then crashes while it starts on a busy machine; a page that it shows is never tried twice. */
async function started(fonts: string, attempts = 3): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: await chromiumPackage.executablePath(),
      args: ARGUMENTS,
      headless: true,
      env: { ...definedEnvironment(), FONTCONFIG_FILE: join(fonts, 'fonts.conf'), FONTCONFIG_PATH: fonts, XDG_CACHE_HOME: fonts },
    });
  } catch (error) {
    if (attempts <= 1) throw error;
    return started(fonts, attempts - 1);
  }
}

export async function launchBrowser(): Promise<TestBrowser> {
  const fonts = fontFolder();
  const browser = await started(fonts);
  return {
    open: async ({ width, height }, { locale = 'zh-CN', scale = 1 } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, hasTouch: width < 600, locale });
      context.setDefaultTimeout(PATIENCE_MILLISECONDS);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      return { page, context, problems };
    },
    close: async () => {
      await browser.close();
      rmSync(fonts, { recursive: true, force: true });
    },
  };
}

/** Writes `build/screenshots/<name>.png` and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(SCREENSHOTS, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}

/** Font settings of their own, so that pictures do not depend on what a machine happens to have. */
function fontFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aftersales-fonts-'));
  const families = resolve(PROJECT_ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${families}/400Regular</dir>
  <dir>${families}/700Bold</dir>
  <cachedir>${folder}/cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
  return folder;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
