/** Triggers and executions, for looking behind the curtain. */
import type { ExecutionRecord, ServiceCall, TriggerRecord } from '../contract';
import { callCost, estimatedCost } from './call-cost';
import { RequestRefused } from './http-exchange';
import type { Route } from './routes';
import type { Site } from './site';
import type { ExecutionDetail, ExecutionSummary, TriggerView } from './wire';

const MOST_EXECUTIONS = 500;

export function observationRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', pattern: '/api/triggers', handle: (exchange) => exchange.json(site.workspace.triggers().map((trigger): TriggerView => ({ ...trigger, sourceName: sourceName(site, trigger) }))) },
    {
      method: 'GET',
      pattern: '/api/executions',
      handle: (exchange) => {
        const limit = Number(exchange.url.searchParams.get('limit') ?? 100);
        exchange.json(site.workspace.executions(Math.min(MOST_EXECUTIONS, Math.max(1, limit || 1))).map(summary));
      },
    },
    {
      method: 'GET',
      pattern: '/api/executions/:id',
      handle: (exchange, { id }) => {
        const record = site.workspace.executions(MOST_EXECUTIONS).find((candidate) => candidate.id === id);
        if (!record) throw new RequestRefused(404, 'There is no such execution any more.');
        const detail: ExecutionDetail = { ...record, cost: estimatedCost(record.calls), callCosts: record.calls.map(callCost) };
        exchange.json(detail);
      },
    },
  ];
}

function summary(record: ExecutionRecord): ExecutionSummary {
  const total = (measure: (call: ServiceCall) => number) => record.calls.reduce((sum, call) => sum + measure(call), 0);
  return {
    id: record.id,
    project: record.project,
    functionName: record.functionName,
    kind: record.kind,
    runsAs: record.runsAs,
    activeUser: record.activeUser,
    startedAt: record.startedAt,
    status: record.status,
    error: record.error ?? null,
    calls: record.calls.length,
    requests: total((call) => call.requests),
    cellsRead: total((call) => call.cellsRead),
    cellsWritten: total((call) => call.cellsWritten),
    bytes: total((call) => call.bytes),
    cpuMilliseconds: record.cpuMilliseconds,
    cost: estimatedCost(record.calls),
  };
}

function sourceName({ workspace }: Site, { sourceId, owner }: TriggerRecord): string | null {
  if (sourceId === null) return null;
  return workspace.form(sourceId)?.title ?? workspace.spreadsheets(owner).find(({ id }) => id === sourceId)?.name ?? null;
}
