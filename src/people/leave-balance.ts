/** A row of the overtime ledger, as plain data. */
type Entry = Readonly<Record<string, unknown>>;

/** hours worked and approved, less the leave taken or asked for. */
export const leaveBalance = (entries: readonly Entry[], staffId: string): number =>
  entries.filter((entry) => entry['staffId'] === staffId && entry['status'] === 'APPROVED')
    .reduce((hours, entry) => hours + Number(entry['hours']) - (entry['compStatus'] === 'PENDING' || entry['compStatus'] === 'APPROVED' ? Number(entry['compHours']) : 0), 0);
