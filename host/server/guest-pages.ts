/**
 * Pages made by script projects, kept between the answer that announced them and the frame that loads them.
 * Each has its own address and a policy that gives it an origin of its own.
 */
import { policies } from './safeguards';
import type { Exchange } from './http-exchange';
import type { Handler } from './routes';

const PAGES_KEPT = 200;

/** Sends links and forms aimed at the outer window to whoever frames the page; the sandbox itself may not navigate it. */
const NAVIGATION_SCRIPT = `<script>(function () {
  function leave(message) { message.type = 'guest-navigate'; parent.postMessage(message, '*'); }
  function submit(form, submitter) {
    var fields = [];
    new FormData(form, submitter).forEach(function (value, name) { fields.push([name, String(value)]); });
    leave({ url: form.action, method: (form.method || 'get').toUpperCase(), fields: fields, newWindow: form.target === '_blank' });
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href]') : null;
    if (!link || event.defaultPrevented || link.getAttribute('href').charAt(0) === '#' || /^(javascript|mailto|tel|data|blob):/i.test(link.href)) return;
    event.preventDefault();
    leave({ url: link.href, method: 'GET', fields: [], newWindow: link.target === '_blank' });
  });
  document.addEventListener('submit', function (event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    submit(event.target, event.submitter);
  });
  HTMLFormElement.prototype.submit = function () { submit(this); };
})();</script>`;

export class GuestPages {
  private readonly bodies = new Map<string, string>();

  /** Keeps a page under its client session. */
  keep(clientSession: string, body: string): void {
    this.bodies.delete(clientSession);
    this.bodies.set(clientSession, body);
    for (const oldest of this.bodies.keys()) {
      if (this.bodies.size <= PAGES_KEPT) break;
      this.bodies.delete(oldest);
    }
  }

  readonly serve: Handler = (exchange: Exchange, parameters) => {
    const body = this.bodies.get(parameters['session'] ?? '');
    if (body === undefined) exchange.html('<!doctype html><meta charset="utf-8"><p>此页面已失效，请重新打开。This page has expired; open it again.</p>', 404, policies.guest);
    else exchange.html(withNavigation(body), 200, policies.guest);
  };
}

/** Puts the navigation script last, so that the page's own handlers decide first. */
function withNavigation(body: string): string {
  const end = body.search(/<\/body\s*>/i);
  return end < 0 ? body + NAVIGATION_SCRIPT : body.slice(0, end) + NAVIGATION_SCRIPT + body.slice(end);
}
