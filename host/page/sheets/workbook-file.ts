/** Takes a spreadsheet out as a workbook file, and a workbook file in as a new spreadsheet. */
import type { Application } from '../application';
import { element } from '../element';
import { showFailure, showNotice } from '../notices';
import { Refused } from '../requests';
import { routeTo } from '../route';
import type { MenuItem } from './popup';

export function fileItems(application: Application, spreadsheetId: string): readonly MenuItem[] {
  return [
    { label: application.word('exportFile'), run: () => exportFile(application, spreadsheetId) },
    { label: application.word('importFile'), run: () => chooseFile(application) },
  ];
}

async function exportFile(application: Application, spreadsheetId: string): Promise<void> {
  try {
    const response = await fetch(application.path(`/api/spreadsheets/${encodeURIComponent(spreadsheetId)}/xlsx`));
    if (!response.ok) throw await refusalOf(response);
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'workbook.xlsx';
    const address = URL.createObjectURL(await response.blob());
    element('a', { href: address, download: decodeURIComponent(name) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (failure) {
    showFailure(application, failure);
  }
}

function chooseFile(application: Application): void {
  const field = element('input', { type: 'file', accept: '.xlsx', class: 'file-choice', 'aria-label': application.word('importFile'), onchange: () => {
    const file = field.files?.[0];
    field.remove();
    if (file) void importFile(application, file);
  } });
  field.hidden = true;
  document.body.append(field);
  field.addEventListener('cancel', () => field.remove());
  field.click();
}

async function importFile(application: Application, file: File): Promise<void> {
  try {
    const response = await fetch(application.path('/api/spreadsheets/import', { title: file.name }), { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
    if (!response.ok) throw await refusalOf(response);
    const made = (await response.json()) as { readonly id: string };
    showNotice(application.word('imported'), file.name);
    location.assign(routeTo('sheets', made.id));
  } catch (failure) {
    showFailure(application, failure);
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const answer: unknown = await response.json().catch(() => null);
  const sentence = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  return new Refused(typeof sentence === 'string' ? sentence : `HTTP ${response.status}`, response.status);
}
