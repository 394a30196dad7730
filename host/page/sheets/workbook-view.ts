/** A spreadsheet as a person has it open: menus, cell content, the grid, its tabs and the sidebar. */
import type { MenuView, SpreadsheetSummary } from '../../contract';
import { ANONYMOUS, type Application, type View } from '../application';
import { element, emptyState, fill } from '../element';
import { requestJson } from '../requests';
import { routeTo, type Route } from '../route';
import { formulaBar } from './formula-bar';
import { menuBar } from './menu-bar';
import { SheetGrid } from './sheet-grid';
import { sidePanel } from './side-panel';

type Tab = SpreadsheetSummary['tabs'][number];

export function workbookView(application: Application, route: Route): View {
  const [spreadsheetId] = route.parts;
  const workbook = new Workbook(application, spreadsheetId ?? null, route.parts[1] === undefined ? null : Number(route.parts[1]));
  void workbook.open();
  return workbook;
}

class Workbook implements View {
  readonly element = element('div', { class: 'workbook' });
  private grid: SheetGrid | null = null;
  private summary: SpreadsheetSummary | null = null;
  private panel: ReturnType<typeof sidePanel> | null = null;
  private readonly tabs = element('div', { class: 'tabs', role: 'tablist' });
  private readonly gridPlace = element('div', { class: 'tab-content' });
  private readonly middle = element('div', { class: 'workbook-middle' }, this.gridPlace);
  private readonly bar: ReturnType<typeof formulaBar>;

  constructor(
    private readonly application: Application,
    private spreadsheetId: string | null,
    private sheetId: number | null,
  ) {
    this.bar = formulaBar(application, (row, column, value) => void this.grid?.edit(row, column, [[value]]));
    this.tabs.setAttribute('aria-label', application.word('tabs'));
  }

  async open(): Promise<void> {
    const { application } = this;
    if (application.person === ANONYMOUS) return this.sayInstead(application.word('visitorNoSheets'));
    this.sayInstead(application.word('opening'));
    try {
      const all = await this.summaries();
      this.summary = all.find((candidate) => candidate.id === this.spreadsheetId) ?? (this.spreadsheetId === null ? (all[0] ?? null) : null);
      if (!this.summary) return this.sayInstead(application.word(all.length === 0 ? 'noSheets' : 'chooseSheet'));
      this.spreadsheetId = this.summary.id;
      this.build(this.summary, null);
      const menus = await requestJson<readonly MenuView[]>('POST', application.path(`/api/spreadsheets/${encodeURIComponent(this.summary.id)}/open`));
      this.element.querySelector('.menu-bar')?.replaceWith(this.menus(this.summary, menus));
    } catch (failure) {
      this.sayInstead(failure instanceof Error ? failure.message : String(failure));
    }
  }

  refresh(): void {
    this.grid?.refresh();
    if (this.summary) void this.rereadTabs().catch(() => undefined);
    else if (this.application.person !== ANONYMOUS && this.spreadsheetId === null) void this.open();
  }

  dispose(): void {
    this.grid?.dispose();
    this.panel?.dispose();
  }

  private summaries(): Promise<readonly SpreadsheetSummary[]> {
    return requestJson<readonly SpreadsheetSummary[]>('GET', this.application.path('/api/spreadsheets'));
  }

  private build(summary: SpreadsheetSummary, menus: readonly MenuView[] | null): void {
    const { application } = this;
    const viewer = summary.access === 'viewer' ? element('span', { class: 'tag' }, application.word('viewerOnly')) : null;
    fill(
      this.element,
      element('div', { class: 'workbook-title' }, element('h1', {}, summary.name), viewer, this.menus(summary, menus ?? [])),
      this.bar.element,
      this.middle,
      this.tabs,
    );
    this.showTabs(summary.tabs);
    const visible = summary.tabs.filter((tab) => !tab.hidden);
    const tab = visible.find((candidate) => candidate.sheetId === this.sheetId) ?? visible[0];
    if (tab) this.showTab(tab);
  }

  private menus(summary: SpreadsheetSummary, menus: readonly MenuView[]): HTMLElement {
    return menuBar({ application: this.application, spreadsheetId: summary.id, menus, showSidebar: (content) => this.showSidebar(content) });
  }

  private showTabs(tabs: readonly Tab[]): void {
    const buttons = tabs
      .filter((tab) => !tab.hidden)
      .map((tab) => {
        const button = element('button', { type: 'button', role: 'tab', 'aria-selected': String(tab.sheetId === this.sheetId), 'data-sheet': tab.sheetId, onclick: () => this.chooseTab(tab) }, tab.title);
        if (tab.tabColor !== null) button.style.setProperty('--tab-color', tab.tabColor);
        return button;
      });
    fill(this.tabs, ...buttons);
  }

  private chooseTab(tab: Tab): void {
    // The address changes without a new view, so the workbook stays open and its sidebar stays where it is.
    if (this.summary) history.replaceState(null, '', routeTo('sheets', this.summary.id, tab.sheetId));
    this.showTab(tab);
  }

  private showTab(tab: Tab): void {
    const { application, spreadsheetId } = this;
    if (spreadsheetId === null) return;
    this.grid?.dispose();
    this.sheetId = tab.sheetId;
    this.bar.show(null);
    for (const button of this.tabs.querySelectorAll<HTMLElement>('[role="tab"]')) {
      const selected = button.dataset['sheet'] === String(tab.sheetId);
      button.setAttribute('aria-selected', String(selected));
      if (selected) button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    if (tab.rows === 0 || tab.columns === 0) {
      this.grid = null;
      fill(this.gridPlace, emptyState(application.word('emptyTab')));
      return;
    }
    this.grid = new SheetGrid({ application, spreadsheetId, tab, focused: (cell) => this.bar.show(cell) });
    fill(this.gridPlace, this.grid.element);
  }

  /** Tabs may be added, renamed or grow while the workbook is open. */
  private async rereadTabs(): Promise<void> {
    const now = (await this.summaries()).find((candidate) => candidate.id === this.spreadsheetId);
    if (!now || JSON.stringify(now.tabs) === JSON.stringify(this.summary?.tabs)) return;
    const before = this.summary?.tabs.find((tab) => tab.sheetId === this.sheetId);
    const after = now.tabs.find((tab) => tab.sheetId === this.sheetId && !tab.hidden);
    this.summary = now;
    this.showTabs(now.tabs);
    const shapeChanged = !after || JSON.stringify({ ...before, title: '', tabColor: null }) !== JSON.stringify({ ...after, title: '', tabColor: null });
    const tab = after ?? now.tabs.find((candidate) => !candidate.hidden);
    if (shapeChanged && tab) this.showTab(tab);
  }

  private showSidebar(content: { readonly title: string; readonly clientSession: string }): void {
    this.closeSidebar();
    this.panel = sidePanel(this.application, content, () => this.closeSidebar());
    this.middle.append(this.panel.element);
  }

  private closeSidebar(): void {
    this.panel?.dispose();
    this.panel?.element.remove();
    this.panel = null;
  }

  private sayInstead(sentence: string): void {
    fill(this.element, emptyState(sentence));
  }
}
