/** Enums of FormApp. */
import { formItemTypes } from '../../kernel/form-model';
import { GuestEnum } from '../../kernel/host-object';

export const ItemType = new GuestEnum('FormApp.ItemType', formItemTypes);
export const DestinationType = new GuestEnum('FormApp.DestinationType', ['SPREADSHEET']);
export const PageNavigationType = new GuestEnum('FormApp.PageNavigationType', ['CONTINUE', 'GO_TO_PAGE', 'RESTART', 'SUBMIT']);
export const Alignment = new GuestEnum('FormApp.Alignment', ['LEFT', 'CENTER', 'RIGHT']);
