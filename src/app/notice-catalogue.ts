import type { Priority, Severity } from '../../sheets-templates';

/** `BY_CLASS`: P1 for classes A, B and not yet classified, else P2 (section 13). */
type CataloguePriority = Priority | 'BY_CLASS';

/** The notification catalogue of section 13: what each code is about is in the notice itself, who gets it in the command. */
export const noticePriorities: Readonly<Record<string, CataloguePriority>> = {
  'N-01': 'P2', 'N-02': 'BY_CLASS', 'N-03': 'P1', 'N-04': 'P1', 'N-05': 'P2', 'N-06': 'P2', 'N-07': 'P2', 'N-08': 'P3',
  'N-09': 'BY_CLASS', 'N-10': 'P2', 'N-11': 'P2', 'N-12': 'BY_CLASS', 'N-13': 'BY_CLASS', 'N-14': 'P2', 'N-15': 'P2', 'N-16': 'P1',
  'N-17': 'BY_CLASS', 'N-18': 'P2', 'N-19': 'P1', 'N-20': 'P1', 'N-21': 'P1', 'N-22': 'P2', 'N-23': 'BY_CLASS', 'N-24': 'BY_CLASS',
  'N-25': 'P2', 'N-26': 'P2', 'N-27': 'P2', 'N-28': 'P2', 'N-29': 'P3', 'N-30': 'P3', 'N-31': 'P3', 'N-32': 'P2', 'N-33': 'P3',
  'N-34': 'P3', 'N-35': 'P2', 'N-36': 'P2', 'N-37': 'P2', 'N-38': 'P3', 'N-39': 'P3', 'N-40': 'P3', 'N-41': 'P2', 'N-42': 'P3',
  'N-43': 'BY_CLASS', 'N-44': 'BY_CLASS', 'N-45': 'P2', 'N-46': 'P3', 'N-47': 'P3', 'N-48': 'P3', 'N-49': 'P3', 'N-50': 'P3',
  'N-51': 'P3', 'N-52': 'P3', 'N-53': 'P2', 'N-54': 'P3', 'N-55': 'P3', 'N-56': 'P3', 'N-57': 'P3', 'N-58': 'P1', 'N-59': 'P1', 'N-60': 'P2',
};

export const priorityOf = (code: string, severity: Severity | null | undefined): Priority => {
  const listed = noticePriorities[code];
  if (listed === undefined) throw new Error(`No notice ${code} in the catalogue`);
  // A notice without a ticket says nothing of class: only an explicit null means "not yet classified".
  if (listed === 'BY_CLASS') return severity === undefined || severity === 'C' ? 'P2' : 'P1';
  return listed;
};
