/** What waits to run by itself. */
import type { TriggerView } from '../../server/wire';
import type { Application, View } from '../application';
import { element, emptyState, fill } from '../element';
import { requestJson } from '../requests';
import { scheduleWords } from '../schedule-words';
import { dateTime } from '../time-words';
import { dataTable } from './data-table';

export function triggersView(application: Application): View {
  const view = element('div', { class: 'view' }, emptyState(application.word('loading')));

  async function show(): Promise<void> {
    const triggers = await requestJson<readonly TriggerView[]>('GET', '/api/triggers');
    const soonestFirst = [...triggers].sort((one, other) => (one.nextAt ?? Infinity) - (other.nextAt ?? Infinity));
    const table = dataTable<TriggerView>(
      [
        { title: application.word('functionName'), cell: (trigger) => element('code', {}, trigger.functionName) },
        { title: application.word('event'), cell: (trigger) => application.word(`event-${trigger.eventType}`) },
        { title: application.word('source'), cell: (trigger) => trigger.sourceName ?? '' },
        { title: application.word('schedule'), cell: (trigger) => (trigger.schedule === null ? '' : scheduleWords(trigger.schedule, application.language)) },
        { title: application.word('nextAt'), cell: (trigger) => (trigger.nextAt === null ? '' : element('time', {}, dateTime(trigger.nextAt, application.state.timeZone))) },
        { title: application.word('project'), cell: (trigger) => trigger.project },
        { title: application.word('owner'), cell: (trigger) => application.nameOf(trigger.owner) },
      ],
      soonestFirst,
    );
    fill(view, element('div', { class: 'view-title' }, element('h1', {}, application.word('triggers'))), triggers.length === 0 ? emptyState(application.word('noTriggers')) : table);
  }

  const refresh = () => void show().catch((failure: Error) => fill(view, emptyState(failure.message)));
  refresh();
  return { element: view, refresh };
}
