/** The workspace page and its built files. */
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { RequestRefused, type Exchange } from './http-exchange';
import type { Route } from './routes';
import { policies } from './safeguards';
import type { Site } from './site';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};

export function pageRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', pattern: '/', handle: (exchange) => exchange.html(indexPage(site.defaultLanguage), 200, policies.page) },
    { method: 'GET', pattern: '/favicon.ico', handle: (exchange) => exchange.send(200, 'image/svg+xml', FAVICON) },
    { method: 'GET', pattern: '/page/*', handle: (exchange, parameters) => sendFile(site.pageFolder, parameters['*'] ?? '', exchange) },
  ];
}

async function sendFile(folder: string, name: string, exchange: Exchange): Promise<void> {
  const path = resolve(folder, decodeURIComponent(name));
  const contentType = CONTENT_TYPES[extname(path)];
  if (!path.startsWith(resolve(folder) + sep) || contentType === undefined) throw new RequestRefused(404, 'There is no such file.');
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch {
    throw new RequestRefused(404, 'There is no such file; the page may not have been built.');
  }
  // Names of assets carry a hash of what they hold, so they never change.
  const lasting = name.startsWith('assets/');
  exchange.send(200, contentType, content, lasting ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {});
}

function indexPage(language: 'zh' | 'en'): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-language="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>售后台账 · 本地工作区 | Aftersales Ledger · local workspace</title>
<link rel="icon" href="/favicon.ico" type="image/svg+xml">
<link rel="stylesheet" href="/page/fonts.css">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/page.js"></script>
</head>
<body><noscript>此页面需要 JavaScript。This page needs JavaScript.</noscript><div id="workspace"></div></body>
</html>`;
}

const FAVICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14695a"/><path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>';
