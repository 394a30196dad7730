/** What a Spreadsheet shows to whoever has it open: menus, a dialog, a short message. Where nobody has, nothing is shown, as on the platform. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import { isPlainObject } from '../schema/check';
import { textOf } from './arguments';
import { SpreadsheetCalculation } from './spreadsheet-calculation';

/** Items of an old-style menu: `{ name, functionName }`, or null for a line between them. */
function itemsOf(method: string, items: unknown): readonly { readonly caption: string; readonly functionName: string }[] {
  if (!Array.isArray(items)) throw signatureMismatch(method, [items]);
  return items.flatMap((item: unknown) => {
    if (item === null) return [];
    if (!isPlainObject(item) || typeof item['name'] !== 'string' || typeof item['functionName'] !== 'string') throw signatureMismatch(method, [items]);
    return [{ caption: item['name'], functionName: item['functionName'] }];
  });
}

export abstract class SpreadsheetMenus extends SpreadsheetCalculation {
  addMenu(name: unknown, items: unknown): void {
    const menu = { caption: textOf(name), items: itemsOf('SpreadsheetApp.Spreadsheet.addMenu', items) };
    this._selection().session.context.containerUi?.putMenu(menu);
  }
  updateMenu(name: unknown, items: unknown): void {
    const menu = { caption: textOf(name), items: itemsOf('SpreadsheetApp.Spreadsheet.updateMenu', items) };
    this._selection().session.context.containerUi?.putMenu(menu);
  }
  removeMenu(name: unknown): void {
    this._selection().session.context.containerUi?.removeMenu(textOf(name));
  }
  /** A page in a dialog, under its own title. */
  show(page: unknown): void {
    if (!(page instanceof HostObject)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.show', [page]);
    this._selection().session.context.containerUi?.show(page);
  }
  toast(message: unknown, title?: unknown): void {
    this._selection().session.context.containerUi?.toast(textOf(message), textOf(title));
  }
}
