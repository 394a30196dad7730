/** Line drawings for buttons and lists, so that no font has to have them. */

const PATHS = {
  sheets: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  forms: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h2',
  mail: 'M3 5h14v10H3zM3 6l7 5 7-5',
  pages: 'M3 4h14v12H3zM3 7.5h14M5.5 5.8h.01M7.5 5.8h.01',
  projects: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  triggers: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2',
  executions: 'M4 5h12M4 10h12M4 15h8',
  about: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.5M10 6.5h.01',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5L5 15',
  run: 'M6 4l10 6-10 6z',
  pause: 'M7 4v12M13 4v12',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l4-4M4 8l4 4',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-4-4M16 8l-4 4',
  find: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  up: 'M5 12l5-5 5 5',
  down: 'M5 8l5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  drawing.append(path);
  return drawing;
}
