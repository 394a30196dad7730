import type { JournalEntry } from '../../../src/ledger/journal';
import { momentOf } from '../moments';

/** What a company agreed to instead of the regulation's own numbers (12, A-31), each from its moment on. */
export class Numbers {
  private readonly agreed = new Map<string, { readonly from: number; readonly value: string }[]>();

  take({ command, changes }: JournalEntry): void {
    if (command === 'setUp') return;
    for (const change of changes) {
      if (change.table !== 'settings' || change.kind !== 'insert') continue;
      const { key, value, effectiveFrom } = change.row;
      this.agreed.set(String(key), [...(this.agreed.get(String(key)) ?? []), { from: momentOf(effectiveFrom), value: String(value) }]);
    }
  }

  /** @param written the regulation's own */
  text(key: string, at: number, written: string): string {
    const valid = (this.agreed.get(key) ?? []).filter(({ from }) => from <= at);
    return valid.reduce<{ from: number; value: string } | null>((best, one) => (best === null || one.from >= best.from ? one : best), null)?.value ?? written;
  }

  count(key: string, at: number, written: number): number {
    return Number(this.text(key, at, String(written)));
  }

  counts(key: string, at: number, written: string): readonly number[] {
    return this.text(key, at, written).split(/[,，]/).map(Number);
  }
}
