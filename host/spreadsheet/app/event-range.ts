/** The Range that an event brings. */
import { Range } from './range';

/** Only here the platform adds the rectangle's bounds as plain numbers, which it documents nowhere and scripts use everywhere. */
export class EventRange extends Range {
  static override readonly guestProperties = ['rowStart', 'rowEnd', 'columnStart', 'columnEnd'];
  readonly rowStart = this.getRow();
  readonly rowEnd = this.getLastRow();
  readonly columnStart = this.getColumn();
  readonly columnEnd = this.getLastColumn();
}
