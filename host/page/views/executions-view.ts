/** What ran, how it ended and what it cost. */
import type { ExecutionRecord } from '../../contract';
import type { ExecutionDetail, ExecutionSummary } from '../../server/wire';
import type { Application, View } from '../application';
import { element, emptyState, fill } from '../element';
import { requestJson } from '../requests';
import { routeTo, type Route } from '../route';
import { dateTimeWithSeconds } from '../time-words';
import { dataTable } from './data-table';

const SHOWN = 200;

export function executionsView(application: Application, route: Route): View {
  const [id] = route.parts;
  return id === undefined ? executionList(application) : executionDetail(application, id);
}

function statusTag(application: Application, status: ExecutionRecord['status']): HTMLElement {
  return element('span', { class: `tag status-${status}` }, application.word(status === 'failed' ? 'status-failed' : status));
}

function milliseconds(value: number | null): string {
  return value === null ? '—' : `≈ ${value < 10 && value > 0 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** In seconds; what has no published figures is counted, not guessed. */
function estimate(application: Application, { milliseconds: time, unpriced }: ExecutionSummary['cost']): string {
  const seconds = `≈ ${(time / 1000).toFixed(2)} s`;
  return unpriced === 0 ? seconds : `${seconds} + ${application.word('unpriced').replace('{n}', String(unpriced))}`;
}

function withStack(error: string, stack: string | undefined): string {
  return stack === undefined || stack.includes(error) ? (stack ?? error) : `${error}\n${stack}`;
}

function executionList(application: Application): View {
  const view = element('div', { class: 'view' });
  const body = element('div', {}, emptyState(application.word('loading')));
  const onlyFailed = element('input', { type: 'checkbox', id: 'only-failed', onchange: () => refresh() });
  fill(view, element('div', { class: 'view-title' }, element('h1', {}, application.word('executions')), element('label', { for: 'only-failed', class: 'check' }, onlyFailed, application.word('onlyFailed'))), body);

  async function show(): Promise<void> {
    const all = await requestJson<readonly ExecutionSummary[]>('GET', `/api/executions?limit=${SHOWN}`);
    const executions = onlyFailed.checked ? all.filter((execution) => execution.status !== 'completed') : all;
    const table = dataTable<ExecutionSummary>(
      [
        { title: application.word('functionName'), cell: (execution) => element('a', { href: routeTo('executions', execution.id) }, element('code', {}, execution.functionName)) },
        { title: application.word('status'), cell: (execution) => statusTag(application, execution.status) },
        { title: application.word('startedAt'), cell: (execution) => element('time', {}, dateTimeWithSeconds(execution.startedAt, application.state.timeZone)) },
        { title: application.word('kind'), cell: (execution) => element('span', { class: 'unbroken' }, application.word(`kind-${execution.kind}`)) },
        { title: application.word('calls'), cell: (execution) => execution.calls, numeric: true },
        { title: application.word('requests'), cell: (execution) => execution.requests, numeric: true },
        { title: application.word('cellsRead'), cell: (execution) => execution.cellsRead.toLocaleString('en'), numeric: true },
        { title: application.word('cellsWritten'), cell: (execution) => execution.cellsWritten.toLocaleString('en'), numeric: true },
        { title: application.word('estimate'), cell: (execution) => estimate(application, execution.cost), numeric: true },
        { title: application.word('error'), cell: (execution) => execution.error ?? '' },
      ],
      executions,
    );
    fill(body, executions.length === 0 ? emptyState(application.word('noExecutions')) : table);
  }

  const refresh = () => void show().catch((failure: Error) => fill(body, emptyState(failure.message)));
  refresh();
  return { element: view, refresh };
}

function executionDetail(application: Application, id: string): View {
  const view = element('div', { class: 'view' }, emptyState(application.word('loading')));
  const back = () => element('a', { class: 'button small', href: routeTo('executions') }, `← ${application.word('executions')}`);

  async function show(): Promise<void> {
    const record = await requestJson<ExecutionDetail>('GET', `/api/executions/${encodeURIComponent(id)}`);
    const fact = (title: string, value: string | HTMLElement) => [element('dt', {}, title), element('dd', {}, value)];
    const calls = dataTable<ExecutionDetail['calls'][number]>(
      [
        { title: '#', cell: (call) => call.index, numeric: true },
        { title: application.word('call'), cell: (call) => element('code', {}, call.name) },
        { title: application.word('requests'), cell: (call) => call.requests, numeric: true },
        { title: application.word('cellsRead'), cell: (call) => call.cellsRead.toLocaleString('en'), numeric: true },
        { title: application.word('cellsWritten'), cell: (call) => call.cellsWritten.toLocaleString('en'), numeric: true },
        { title: application.word('bytes'), cell: (call) => call.bytes.toLocaleString('en'), numeric: true },
        { title: application.word('estimate'), cell: (call) => milliseconds(record.callCosts[call.index - 1] ?? null), numeric: true },
        { title: application.word('error'), cell: (call) => call.error ?? '' },
      ],
      record.calls,
      (call) => (call.error === undefined ? '' : 'failed-call'),
    );
    fill(
      view,
      element('div', { class: 'view-title' }, back(), element('h1', {}, element('code', {}, record.functionName)), statusTag(application, record.status)),
      element(
        'dl',
        { class: 'facts' },
        ...fact(application.word('project'), record.project),
        ...fact(application.word('kind'), application.word(`kind-${record.kind}`)),
        ...fact(application.word('startedAt'), dateTimeWithSeconds(record.startedAt, application.state.timeZone)),
        ...fact(application.word('runsAs'), application.nameOf(record.runsAs)),
        ...fact(application.word('activeUser'), record.activeUser === null ? application.word('nobody') : application.nameOf(record.activeUser)),
        ...fact(application.word('estimate'), `${estimate(application, record.cost)} · ${application.word('estimateNote')}`),
        ...fact(application.word('processor'), record.cpuMilliseconds.toFixed(1)),
        ...(record.error === undefined ? [] : fact(application.word('error'), element('pre', { class: 'refusal' }, withStack(record.error, record.stack)))),
        ...fact(application.word('log'), record.log.length === 0 ? application.word('noLog') : element('pre', {}, record.log.join('\n'))),
      ),
      element('h2', {}, application.word('serviceCalls')),
      calls,
    );
  }

  show().catch((failure: Error) => fill(view, back(), emptyState(failure.message)));
  return { element: view };
}
