/**
 * Web apps under the path Google gives them. Text answers go out as they are; HtmlService pages go into a wrapper that
 * frames them, as on the platform, and relays their google.script.run calls.
 */
import type { PageResult } from '../contract';
import { escapeHtml } from './html-text';
import type { Exchange } from './http-exchange';
import { actingPerson } from './identity';
import type { Route } from './routes';
import { policies } from './safeguards';
import type { Site } from './site';

export function webAppRoutes(site: Site): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/macros/s/:project/exec',
      handle: async (exchange, { project }) => {
        const result = await site.workspace.get(project ?? '', visibleParameters(exchange.url.searchParams), actingPerson(exchange, site.workspace));
        sendResult(exchange, site, result);
      },
    },
    {
      method: 'POST',
      pattern: '/macros/s/:project/exec',
      handle: async (exchange, { project }) => {
        const type = (exchange.header('content-type') ?? 'text/plain').split(';')[0]?.trim() ?? 'text/plain';
        const contents = await exchange.bodyText();
        const fields = type === 'application/x-www-form-urlencoded' ? new URLSearchParams(contents) : new URLSearchParams();
        // `e.parameter` holds the first value of a name, and the address comes before the body.
        const parameters = { ...visibleParameters(fields), ...visibleParameters(exchange.url.searchParams) };
        const result = await site.workspace.post(project ?? '', parameters, { type, contents }, actingPerson(exchange, site.workspace));
        sendResult(exchange, site, result);
      },
    },
    { method: 'GET', pattern: '/guest/:session', handle: site.guestPages.serve },
  ];
}

/** Who calls is the server's business; a web app never sees it among its parameters. */
function visibleParameters(parameters: URLSearchParams): Record<string, string> {
  const visible: Record<string, string> = {};
  for (const [name, value] of parameters) if (name !== 'authuser' && !(name in visible)) visible[name] = value;
  return visible;
}

function sendResult(exchange: Exchange, site: Site, result: PageResult): void {
  site.changes.announce();
  if (result.clientSession === undefined) {
    const own = result.mimeType.startsWith('text/html') ? policies.guest : {};
    exchange.send(result.status, `${result.mimeType}; charset=utf-8`, result.body, own);
    return;
  }
  site.guestPages.keep(result.clientSession, result.body);
  exchange.html(wrapperPage(result.title ?? '', result.clientSession, exchange.url.search), result.status, policies.preview);
}

/** The outer page: a notice like the platform's own, and the frame that fills the rest. */
function wrapperPage(title: string, clientSession: string, query: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/favicon.ico" type="image/svg+xml">
<link rel="stylesheet" href="/page/wrapper.css">
<script type="module" src="/page/wrapper.js"></script>
</head>
<body>
<p class="origin-notice">此应用由本地工作区中的脚本项目提供，不是 Google。 <span lang="en">Served by a script project of the local workspace, not Google.</span></p>
<iframe title="${escapeHtml(title === '' ? 'web app' : title)}" sandbox="allow-scripts allow-forms allow-modals allow-popups allow-downloads" src="/guest/${encodeURIComponent(clientSession)}" data-client-session="${escapeHtml(clientSession)}" data-query="${escapeHtml(query)}"></iframe>
</body>
</html>`;
}
