/** A stretch of a day, in minutes after midnight: 08:30–12:00 is 510 to 720. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const stretch = /^(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到)\s*(\d{1,2})[:：](\d{2})$/;
const none = /^(?:-|–|—|无|none)?$/i;

const readWindow = (text: string): Window | null => {
  const found = stretch.exec(text);
  if (found === null) return null;
  const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = found;
  const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)];
  return Number(fromMinute) > 59 || Number(toMinute) > 59 || from >= to || to > 1440 ? null : { from, to };
};

/** Reads `08:30-12:00, 13:00-17:30`, in order and apart from each other; nothing or `-` is no stretch at all. Null when it cannot be read. */
export const readWindows = (text: string): readonly Window[] | null => {
  if (none.test(text.trim())) return [];
  const windows: Window[] = [];
  for (const part of text.split(/[,，、;；]/)) {
    const window = readWindow(part.trim());
    if (window === null || window.from < (windows[windows.length - 1]?.to ?? 0)) return null;
    windows.push(window);
  }
  return windows;
};

const two = (count: number): string => String(count).padStart(2, '0');
const time = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `08:30-12:00, 13:00-17:30` */
export const showWindows = (windows: readonly Window[]): string => windows.map(({ from, to }) => `${time(from)}-${time(to)}`).join(', ');

/** What is left of a stretch without its breaks, such as lunch. */
export const withoutBreaks = (day: Window, breaks: readonly Window[]): readonly Window[] => {
  const left: Window[] = [];
  let from = day.from;
  for (const pause of breaks) {
    if (pause.from > from) left.push({ from, to: Math.min(pause.from, day.to) });
    from = Math.max(from, pause.to);
  }
  if (from < day.to) left.push({ from, to: day.to });
  return left.filter((window) => window.from < window.to);
};
