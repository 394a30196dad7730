/** A spreadsheet as a person has it open: menus, cell content, the grid, its tabs and the sidebar. */
import type { MenuView, SpreadsheetSummary } from '../../contract';
import { ANONYMOUS, type Application, type View } from '../application';
import { element, emptyState, fill } from '../element';
import { showFailure } from '../notices';
import { requestJson } from '../requests';
import { routeTo, type Route } from '../route';
import { EditHistory } from './edit-history';
import { columnsOf, openFilterMenu } from './filter-menu';
import { findBar } from './find-bar';
import { fileItems } from './workbook-file';
import { formulaBar } from './formula-bar';
import { menuBar } from './menu-bar';
import { closePopup, type MenuItem } from './popup';
import { EVERYTHING, rowsShown, showsAll, type RowView } from './row-view';
import { selectionStatus } from './selection-status';
import { clipboardItems, openContextMenu, structureItems, type SheetActions } from './sheet-actions';
import { SheetGrid } from './sheet-grid';
import { sheetToolbar } from './sheet-toolbar';
import { sidePanel } from './side-panel';
import { viewStatus } from './view-status';

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
  private readonly toolbar: ReturnType<typeof sheetToolbar>;
  private readonly find: ReturnType<typeof findBar>;
  private readonly totals: ReturnType<typeof selectionStatus>;
  private readonly shownRows: ReturnType<typeof viewStatus>;
  /** Of each tab, as long as the workbook is open. */
  private readonly histories = new Map<number, EditHistory>();
  private readonly views = new Map<number, RowView>();

  constructor(
    private readonly application: Application,
    private spreadsheetId: string | null,
    private sheetId: number | null,
  ) {
    this.bar = formulaBar(application, (row, column, text) => void this.grid?.edits.write([{ row, column, text }]), () => this.grid?.focus());
    this.toolbar = sheetToolbar(application, { undo: () => void this.grid?.edits.undo(), redo: () => void this.grid?.edits.redo(), find: () => this.find.open(), more: () => (this.grid ? [clipboardItems(this.actions(this.grid)), ...structureItems(this.actions(this.grid)), this.filterViewItems(this.grid), fileItems(application, this.spreadsheetId ?? '')] : []) });
    this.find = findBar(application, () => (this.grid && this.spreadsheetId !== null && this.sheetId !== null ? { grid: this.grid, spreadsheetId: this.spreadsheetId, sheetId: this.sheetId } : null));
    this.totals = selectionStatus(application);
    this.shownRows = viewStatus(application, { clear: () => void this.setView(EVERYTHING), again: () => void this.setViewAgain() });
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
    closePopup();
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
      element('div', { class: 'sheet-bar' }, this.toolbar.element, this.bar.element),
      this.middle,
      element('div', { class: 'sheet-foot' }, this.tabs, this.shownRows.element, this.totals.element),
    );
    this.middle.append(this.find.element);
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
    closePopup();
    this.grid?.dispose();
    this.sheetId = tab.sheetId;
    this.bar.show(null);
    this.totals.clear();
    this.find.close();
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
    const history = this.historyOf(tab.sheetId);
    const grid = new SheetGrid({
      application,
      spreadsheetId,
      tab,
      history,
      focused: (cell, spans) => {
        this.bar.show(cell);
        this.totals.show(grid, spans);
        this.toolbar.refresh({ undo: history.canUndo, redo: history.canRedo });
      },
      columnMenu: (column, anchor) => this.openColumnMenu(grid, column, anchor),
      contextMenu: (x, y) => openContextMenu(this.actions(grid), x, y),
      find: () => this.find.open(),
      leave: () => this.tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    });
    this.grid = grid;
    fill(this.gridPlace, grid.element);
    if (!window.matchMedia('(pointer: coarse)').matches && document.activeElement === document.body) grid.focus();
    void this.setView(this.viewOf());
  }

  private openColumnMenu(grid: SheetGrid, column: number, anchor: DOMRect): void {
    void openFilterMenu({ application: this.application, grid, column, anchor, view: this.viewOf(), changed: (view) => this.setView(view) });
  }

  private actions(grid: SheetGrid): SheetActions {
    return { application: this.application, grid, columnMenu: (column, anchor) => this.openColumnMenu(grid, column, anchor) };
  }

  private historyOf(sheetId: number): EditHistory {
    const known = this.histories.get(sheetId) ?? new EditHistory();
    this.histories.set(sheetId, known);
    return known;
  }

  private viewOf(): RowView {
    return this.views.get(this.sheetId ?? -1) ?? EVERYTHING;
  }

  /** Shows the rows that pass, in their order. */
  private async setView(view: RowView): Promise<void> {
    const { grid, sheetId } = this;
    if (!grid || sheetId === null) return;
    const before = this.viewOf();
    this.views.set(sheetId, view);
    this.find.close();
    const all = showsAll(view);
    if (all && showsAll(before)) return this.shownRows.show(null);
    try {
      grid.values.forget();
      const { rows, frozenRows } = grid.layout.shape;
      const shown = all ? null : rowsShown(view, frozenRows, rows, await columnsOf(grid, view));
      if (this.grid !== grid) return;
      grid.filtered = new Set([...view.filters.keys(), ...(view.order ? [view.order.column] : [])]);
      grid.showRows(shown);
      this.shownRows.show(shown && { shown: shown.length, all: rows - frozenRows, sorted: view.order !== null });
    } catch (failure) {
      showFailure(this.application, failure);
    }
  }

  /** What a filter view shows may have changed. */
  private async setViewAgain(): Promise<void> {
    const view = this.viewOf();
    if (view.chosen) await this.chooseFilterView(view.chosen.id, view);
    else await this.setView(view);
  }

  private async chooseFilterView(filterViewId: number, over: RowView = EVERYTHING): Promise<void> {
    try {
      const rows = await requestJson<readonly number[]>('GET', this.application.path(`/api/spreadsheets/${encodeURIComponent(this.spreadsheetId ?? '')}/filter-view`, { sheet: this.sheetId ?? 0, view: filterViewId }));
      await this.setView({ ...over, chosen: { id: filterViewId, rows } });
    } catch (failure) {
      showFailure(this.application, failure);
    }
  }

  /** The filter views of the tab, to choose from. */
  private filterViewItems(grid: SheetGrid): readonly MenuItem[] {
    return grid.filterViews.map(({ id, title }) => ({ label: this.application.word('filterView').replace('{title}', title), run: () => void this.chooseFilterView(id) }));
  }

  /** Tabs may be added, renamed or grow while the workbook is open. */
  private async rereadTabs(): Promise<void> {
    const now = (await this.summaries()).find((candidate) => candidate.id === this.spreadsheetId);
    if (!now || JSON.stringify(now.tabs) === JSON.stringify(this.summary?.tabs)) return;
    const before = this.summary?.tabs.find((tab) => tab.sheetId === this.sheetId);
    const after = now.tabs.find((tab) => tab.sheetId === this.sheetId && !tab.hidden);
    this.summary = now;
    this.showTabs(now.tabs);
    const instead = now.tabs.find((candidate) => !candidate.hidden);
    if (!after && instead) this.showTab(instead);
    if (!after || JSON.stringify(before) === JSON.stringify(after)) return;
    if (!this.grid || before?.rows === 0) return this.showTab(after);
    this.grid.resize(after);
    if (!showsAll(this.viewOf())) await this.setViewAgain();
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
