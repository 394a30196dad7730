import type { Book, Role, StaffMember } from '../../sheets-templates';
import { workbookPlace, type Deployment } from '../ledger/deployment';

/**
 * Who may open which file (9.2): only people who may read all of it. Editors may change what is not protected, viewers
 * nothing. Engineers, quality, production, R&D and sales work through forms and pages, not the files.
 */
const access: Readonly<Record<Book, { readonly edit: readonly Role[]; readonly view: readonly Role[] }>> = {
  service: { edit: ['SUP', 'CLK', 'CS', 'TSM'], view: ['GM', 'EDGM', 'DGM'] },
  customers: { edit: [], view: ['CS', 'CLK', 'SUP', 'TSM'] },
  commercial: { edit: [], view: ['SUP', 'TSM', 'DGM', 'GM', 'FIN', 'CLK'] },
  people: { edit: [], view: ['HR', 'TSM', 'DGM', 'GM'] },
  system: { edit: [], view: ['ADM', 'TSM', 'QM'] },
};

const addresses = (people: readonly StaffMember[], roles: readonly Role[], owner: string): string[] =>
  people.filter((member) => member.active && member.accountEmail !== owner && roles.some((role) => member.roles.includes(role))).map((member) => member.accountEmail);

export const shareWorkbooks = (deployment: Deployment, people: readonly StaffMember[]): void => {
  const owner = Session.getEffectiveUser().getEmail();
  for (const [book, { edit, view }] of Object.entries(access)) {
    const file = SpreadsheetApp.openById(workbookPlace(deployment, book).spreadsheetId);
    const editors = addresses(people, edit, owner);
    if (editors.length > 0) file.addEditors(editors);
    const viewers = addresses(people, view, owner).filter((address) => !editors.includes(address));
    if (viewers.length > 0) file.addViewers(viewers);
  }
};
