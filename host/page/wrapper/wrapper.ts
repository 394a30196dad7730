/** The outer page of a web app: relays google.script.run and follows the links and forms of the page inside. */
import { relayGuest, type GuestRequest } from '../guest-frame';
import './wrapper.css';

const frame = document.querySelector('iframe');
if (frame) {
  relayGuest(frame, {
    clientSession: frame.dataset['clientSession'] ?? '',
    title: frame.title,
    closed: () => undefined,
    navigate: (request) => follow(request, new URLSearchParams(frame.dataset['query'] ?? '')),
  });
}

/** Goes where the guest wants to go. Within the workspace the acting person stays the same; elsewhere it opens beside. */
function follow(request: GuestRequest, query: URLSearchParams): void {
  const target = new URL(request.url, location.href);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return;
  const person = query.get('authuser');
  const inside = target.origin === location.origin;
  if (inside && person !== null && !target.searchParams.has('authuser')) target.searchParams.set('authuser', person);
  if (request.method === 'GET') for (const [name, value] of request.fields) target.searchParams.set(name, value);
  if (!inside || request.newWindow) {
    window.open(target.href, '_blank', 'noopener');
    return;
  }
  if (request.method === 'GET') location.assign(target.href);
  else post(target, request.fields);
}

function post(target: URL, fields: GuestRequest['fields']): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = target.href;
  for (const [name, value] of fields) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
