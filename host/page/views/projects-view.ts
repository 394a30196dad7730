/** Script projects of the workspace: the product's own, and any folder somebody wants to try. */
import type { ProjectListing, ProjectRun } from '../../server/wire';
import type { SpreadsheetSummary } from '../../contract';
import { ANONYMOUS, type Application, type View } from '../application';
import { element, emptyState, fill } from '../element';
import { confirmDialog, showFailure } from '../notices';
import { requestJson } from '../requests';
import { previewRoute, routeTo } from '../route';

export function projectsView(application: Application): View {
  const view = element('div', { class: 'view' });
  const list = element('div', { class: 'cards' }, emptyState(application.word('loading')));
  let shown = '';

  async function show(): Promise<void> {
    const projects = await requestJson<readonly ProjectListing[]>('GET', '/api/projects');
    const state = JSON.stringify(projects);
    // What somebody is typing into a card stays while nothing about the projects has changed.
    if (state === shown) return;
    shown = state;
    fill(list, ...[...projects].sort((one, other) => Number(one.own) - Number(other.own)).map((project) => projectCard(application, project, refresh)));
  }

  const refresh = () => void show().catch((failure: Error) => fill(list, emptyState(failure.message)));
  fill(view, element('div', { class: 'view-title' }, element('h1', {}, application.word('projects'))), element('p', { class: 'quiet-text view-lead' }, application.word('projectsLead')), application.person === ANONYMOUS ? emptyState(application.word('visitorNoProjects')) : loadForm(application, refresh), list);
  refresh();
  return { element: view, refresh };
}

function loadForm(application: Application, loaded: () => void): HTMLElement {
  const folder = element('input', { id: 'project-folder', required: true, autocomplete: 'off', spellcheck: 'false' });
  const container = element('select', { id: 'project-container' }, element('option', { value: '' }, application.word('standalone')), element('option', { value: 'new' }, application.word('newSpreadsheet')));
  const button = element('button', { class: 'primary' }, application.word('load'));
  requestJson<readonly SpreadsheetSummary[]>('GET', application.path('/api/spreadsheets'))
    .then((files) => container.append(...files.filter((file) => file.access !== 'viewer').map((file) => element('option', { value: file.id }, file.name))))
    .catch(() => undefined);
  const load = async () => {
    button.disabled = true;
    try {
      await requestJson('POST', application.path('/api/projects'), { folder: folder.value.trim(), container: container.value === '' ? null : container.value });
      folder.value = '';
      loaded();
    } catch (failure) {
      showFailure(application, failure);
    } finally {
      button.disabled = false;
    }
  };
  return element(
    'form',
    { class: 'card load-form', 'aria-label': application.word('loadFolder'), onsubmit: (event) => {
      event.preventDefault();
      void load();
    } },
    element('h2', {}, application.word('loadFolder')),
    element('div', { class: 'field wide' }, element('label', { for: 'project-folder' }, application.word('folderPath')), folder),
    element('div', { class: 'field' }, element('label', { for: 'project-container' }, application.word('boundTo')), container),
    button,
    element('p', { class: 'quiet-text' }, application.word('ownerIsYou')),
  );
}

function projectCard(application: Application, project: ProjectListing, changed: () => void): HTMLElement {
  const fact = (title: string, ...value: readonly (string | HTMLElement)[]) => [element('dt', {}, title), element('dd', {}, ...value)];
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
      changed();
    } catch (failure) {
      showFailure(application, failure);
    }
  };
  const again = () => void act(() => requestJson('POST', application.path('/api/projects'), { folder: project.folder, container: project.container }));
  const remove = async () => {
    if (await confirmDialog(application, `${application.word('removeProject')} ${project.name}`, application.word('removeSentence'))) await act(() => requestJson('POST', application.path(`/api/projects/${encodeURIComponent(project.name)}/remove`)));
  };
  const buttons = project.own ? [element('span', { class: 'tag' }, application.word('ownProject'))] : [element('button', { type: 'button', class: 'small', onclick: again }, application.word('loadAgain')), element('button', { type: 'button', class: 'small', onclick: () => void remove() }, application.word('removeProject'))];
  return element(
    'section',
    { class: 'card project', 'aria-label': project.name },
    element('header', {}, element('h2', {}, project.name), ...buttons),
    project.error === null ? null : element('pre', { class: 'refusal' }, project.error),
    element(
      'dl',
      { class: 'facts' },
      ...fact(application.word('folderPath'), element('code', {}, project.folder)),
      ...fact(application.word('owner'), application.nameOf(project.owner)),
      ...(project.container === null ? [] : fact(application.word('boundTo'), element('a', { href: routeTo('sheets', project.container) }, project.containerName ?? application.word('openContainer')))),
      ...(project.webAppUrl === null ? [] : fact(application.word('pages'), element('a', { href: previewRoute(new URL(project.webAppUrl).pathname, application.person) }, application.word('openWebApp')))),
      ...fact(application.word('files'), project.files.join(', ')),
      ...(project.skipped.length === 0 ? [] : fact(application.word('skippedFiles'), element('ul', {}, ...project.skipped.map(({ file, reason }) => element('li', {}, element('code', {}, file), ` ${reason[application.language]}`))))),
    ),
    project.functions.length === 0 ? element('p', { class: 'quiet-text' }, application.word('noFunctions')) : runForm(application, project),
  );
}

function runForm(application: Application, project: ProjectListing): HTMLElement {
  const name = element('select', { 'aria-label': application.word('functionToRun') }, ...project.functions.map((name) => element('option', { value: name }, name)));
  const given = element('input', { 'aria-label': application.word('arguments'), placeholder: application.word('arguments'), autocomplete: 'off', spellcheck: 'false' });
  const button = element('button', { class: 'small' }, application.word('runFunction'));
  const outcome = element('div', { class: 'run-outcome', 'aria-live': 'polite' });
  const run = async () => {
    const values = readArguments(given.value);
    if (!values) {
      fill(outcome, element('p', { class: 'refusal-text' }, application.word('badArguments')));
      return;
    }
    button.disabled = true;
    fill(outcome, element('p', { class: 'quiet-text' }, application.word('runningFunction')));
    try {
      showRun(await requestJson<ProjectRun>('POST', application.path(`/api/projects/${encodeURIComponent(project.name)}/run`), { functionName: name.value, arguments: values }));
    } catch (failure) {
      fill(outcome, element('p', { class: 'refusal-text' }, failure instanceof Error ? failure.message : String(failure)));
    } finally {
      button.disabled = false;
    }
  };
  function showRun(done: ProjectRun): void {
    fill(
      outcome,
      element('p', {}, element('span', { class: `tag status-${done.status}` }, application.word(done.status === 'failed' ? 'status-failed' : done.status)), ' ', element('a', { href: routeTo('executions', done.id) }, application.word('openExecution'))),
      done.error === null ? null : element('pre', { class: 'refusal' }, done.stack ?? done.error),
      done.value === '' ? null : element('pre', { 'aria-label': application.word('returned') }, done.value),
      done.log.length === 0 ? null : element('pre', { 'aria-label': application.word('log') }, done.log.join('\n')),
    );
  }
  return element('form', { class: 'run-form', onsubmit: (event) => {
    event.preventDefault();
    void run();
  } }, name, given, button, outcome);
}

/** Null when the text is no JSON array. */
function readArguments(text: string): readonly unknown[] | null {
  if (text.trim() === '') return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
