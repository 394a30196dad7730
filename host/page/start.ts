/** Puts the page together: bars around, one view inside, everything redrawn when the language or the person changes. */
import { Application, type View } from './application';
import { element, fill } from './element';
import { listenToChanges } from './live-changes';
import { navigation } from './navigation';
import { currentRoute, type Route } from './route';
import { topBar } from './top-bar';
import { aboutView } from './views/about-view';
import { executionsView } from './views/executions-view';
import { formsView } from './views/forms-view';
import { mailView } from './views/mail-view';
import { pagesView } from './views/pages-view';
import { previewView } from './views/preview-view';
import { projectsView } from './views/projects-view';
import { triggersView } from './views/triggers-view';
import { workbookView } from './sheets/workbook-view';
import { rememberedLanguage } from './words';

const VIEWS: Readonly<Record<string, (application: Application, route: Route) => View>> = {
  sheets: workbookView,
  forms: formsView,
  mail: mailView,
  pages: pagesView,
  preview: previewView,
  projects: projectsView,
  triggers: triggersView,
  executions: executionsView,
  about: aboutView,
};

export async function start(): Promise<void> {
  const root = document.getElementById('workspace') ?? document.body;
  const page = new Page(root, await Application.load(rememberedLanguage()));
  page.draw();
  window.addEventListener('hashchange', () => page.openRoute());
  listenToChanges(
    (change) => page.changed(change),
    (connected) => page.connection(connected),
  );
}

class Page {
  private readonly main = element('main', { id: 'main', tabindex: -1 });
  private readonly offline: HTMLElement;
  private view: View | null = null;
  private bar: ReturnType<typeof topBar> | null = null;
  private list: ReturnType<typeof navigation> | null = null;
  private server: string | null = null;

  constructor(
    private readonly root: HTMLElement,
    private application: Application,
  ) {
    this.offline = element('p', { class: 'offline', role: 'alert', hidden: true });
  }

  draw(): void {
    const { application } = this;
    this.bar = topBar(application, {
      chooseLanguage: (language) => this.redraw(application.change({ language })),
      choosePerson: (person) => this.redraw(application.change({ person })),
      toggleNavigation: () => this.root.classList.toggle('navigation-open'),
    });
    this.list = navigation(application, () => this.root.classList.remove('navigation-open'));
    this.offline.textContent = application.word('connectionLost');
    fill(this.root, this.bar.element, this.offline, element('div', { class: 'body' }, this.list.element, element('div', { class: 'navigation-shade', onclick: () => this.root.classList.remove('navigation-open') }), this.main));
    document.title = application.word('productName');
    this.openRoute();
  }

  openRoute(): void {
    const route = currentRoute();
    this.view?.dispose?.();
    this.view = (VIEWS[route.section] ?? workbookView)(this.application, route);
    fill(this.main, this.view.element);
    this.list?.mark(route);
  }

  changed(change: Parameters<Application['take']>[0]): void {
    // After a restart or a reset, people, workbooks and addresses may all be others.
    this.server ??= change.server;
    if (this.server !== change.server) return location.reload();
    this.application.take(change);
    this.bar?.refresh();
    this.list?.refresh();
    this.view?.refresh?.();
  }

  connection(connected: boolean): void {
    this.offline.hidden = connected;
  }

  private redraw(application: Application): void {
    this.application = application;
    this.draw();
  }
}
