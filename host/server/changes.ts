/**
 * Tells open pages that something changed, as server-sent events. Changes made through the server are announced at
 * once; what triggers do by themselves is noticed by looking at the newest execution while anybody listens.
 */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Workspace } from '../contract';
import type { Exchange } from './http-exchange';
import type { ChangeEvent, ClockState } from './wire';

const LOOK_EVERY_MILLISECONDS = 500;
const KEEP_ALIVE_EVERY_LOOKS = 20;

export function clockState(workspace: Workspace): ClockState {
  const due = workspace.triggers().flatMap((trigger) => (trigger.nextAt === null ? [] : [trigger.nextAt]));
  return { now: workspace.now(), running: workspace.running, nextTriggerAt: due.length === 0 ? null : Math.min(...due) };
}

export class ChangeFeed {
  private readonly listeners = new Set<ServerResponse>();
  private readonly server = randomUUID();
  private version = 0;
  private timer: NodeJS.Timeout | null = null;
  private lastSeen = '';
  private looks = 0;

  constructor(private readonly workspace: Workspace) {}

  /** Keeps the request open and writes an event now and at every change. */
  listen(exchange: Exchange): void {
    const { response } = exchange;
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'keep-alive' });
    response.write('retry: 1000\n\n');
    this.listeners.add(response);
    response.write(this.event());
    response.on('close', () => {
      this.listeners.delete(response);
      if (this.listeners.size === 0) this.rest();
    });
    if (this.timer) return;
    // What there is now is what the page has just read.
    this.lastSeen = this.newest();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MILLISECONDS).unref();
  }

  /** Something changed through the server. */
  announce(): void {
    this.version += 1;
    const event = this.event();
    for (const listener of this.listeners) listener.write(event);
  }

  close(): void {
    this.rest();
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  private event(): string {
    const change: ChangeEvent = { server: this.server, clock: clockState(this.workspace), version: this.version };
    return `data: ${JSON.stringify(change)}\n\n`;
  }

  private look(): void {
    const seen = this.newest();
    this.looks += 1;
    if (seen !== this.lastSeen) {
      this.lastSeen = seen;
      this.announce();
    } else if (this.looks % KEEP_ALIVE_EVERY_LOOKS === 0) for (const listener of this.listeners) listener.write(': still here\n\n');
  }

  private newest(): string {
    return `${this.workspace.executions(1)[0]?.id ?? ''} ${this.workspace.running}`;
  }

  private rest(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }
}
