/** Items whose answers are dates and times, written as `yyyy-MM-dd`, `yyyy-MM-dd HH:mm` and `HH:mm`. */
import { GuestError, signatureMismatch } from '../../kernel/host-object';
import { formatDate } from '../date-pattern';
import { ItemResponse, QuestionItem } from './form-item';

function dateResponse(item: QuestionItem, method: string, date: unknown, pattern: string): ItemResponse {
  if (typeof date !== 'object' || date === null || Number.isNaN(Number(date))) throw signatureMismatch(`FormApp.${method}`, [date]);
  return new ItemResponse(item, formatDate(Number(date), item._home.timeZone(), pattern));
}

export class DateItem extends QuestionItem {
  static override readonly guestName = 'DateItem';
  includesYear(): boolean {
    return this._item.includesYear;
  }
  setIncludesYear(included: unknown): this {
    return this._change({ includesYear: included === true });
  }
  createResponse(date: unknown): ItemResponse {
    return dateResponse(this, 'DateItem.createResponse', date, this._item.includesYear ? 'yyyy-MM-dd' : 'MM-dd');
  }
}

export class DateTimeItem extends QuestionItem {
  static override readonly guestName = 'DateTimeItem';
  includesYear(): boolean {
    return this._item.includesYear;
  }
  setIncludesYear(included: unknown): this {
    return this._change({ includesYear: included === true });
  }
  createResponse(date: unknown): ItemResponse {
    return dateResponse(this, 'DateTimeItem.createResponse', date, 'yyyy-MM-dd HH:mm');
  }
}

export class TimeItem extends QuestionItem {
  static override readonly guestName = 'TimeItem';
  createResponse(hour: unknown, minute: unknown): ItemResponse {
    const [hours, minutes] = [Number(hour), Number(minute)];
    if (!(hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60)) throw new GuestError('Invalid time.');
    return new ItemResponse(this, `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
  }
}

export class DurationItem extends QuestionItem {
  static override readonly guestName = 'DurationItem';
  createResponse(hours: unknown, minutes: unknown, seconds: unknown): ItemResponse {
    const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
    if (!(hour >= 0 && hour <= 72 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) throw new GuestError('Invalid duration.');
    return new ItemResponse(this, [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':'));
  }
}
