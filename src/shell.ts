/** The functions that Google may call in the shell project, bound to the service workbook. Nothing else is exported. */
export { deskAction, deskData, onOpen, showCosts, showDesk } from './entrypoints/shell';
