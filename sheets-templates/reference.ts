import { words } from '../src/terms';
import {
  adminLevel,
  dayKind,
  lodgingTier,
} from './choices';
import { choice, flag, id, list, optional, text, table, type Row } from './table';

/** 城市分级. Source: R-288…290, R-291…294; lists in 5.3. */
export const cities = table({
  name: 'Cities',
  book: 'service',
  label: words('城市分级', 'Cities and tiers'),
  key: 'city',
  columns: {
    city: id(words('城市', 'City')),
    province: text(words('省份', 'Province')),
    adminLevel: choice(words('行政级别', 'Administrative level'), adminLevel),
    lodgingTier: choice(words('住宿档', 'Lodging tier'), lodgingTier),
    isCompanyCity: flag(words('公司所在地', 'Company city')),
    aliases: optional(list(words('别名', 'Aliases'))),
  },
});

/** 节假日与调休. Loaded yearly from the State Council notice. */
export const holidays = table({
  name: 'Holidays',
  book: 'service',
  label: words('节假日与调休', 'Holidays and adjusted workdays'),
  key: 'date',
  columns: {
    date: id(words('日期', 'Date')),
    kind: choice(words('类型', 'Kind'), dayKind, { command: 'calendar.setDay' }),
    name: text(words('名称', 'Name')),
    isStatutory: flag(words('法定节日当天', 'Statutory day proper')),
    source: text(words('依据', 'Source')),
    /** Where this day's hours differ from the usual ones: `08:30-12:00`. */
    hours: optional(text(words('当日时间', 'Hours of the day'), { command: 'calendar.setDay' })),
  },
});

export type City = Row<typeof cities>;
export type Holiday = Row<typeof holidays>;
