/** Charts over the cells of a tab, each where it stands. */
import type { ChartView } from '../../contract';
import type { Application } from '../application';
import { element, fill } from '../element';
import { chartShapes, type Shape } from './chart-shapes';
import { HEADER_HEIGHT, type GridLayout } from './grid-layout';

const SVG = 'http://www.w3.org/2000/svg';

function drawn({ tag, attributes, text }: Shape): SVGElement {
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
  if (text !== undefined) shape.textContent = text;
  return shape;
}

function picture(application: Application, chart: ChartView): HTMLElement {
  const shapes = chartShapes(chart);
  const place = element('figure', { class: 'chart-picture', 'aria-label': `${application.word('chart')} ${chart.title}` });
  if (!shapes) {
    fill(place, element('figcaption', {}, chart.title, ' ', application.word('chartNotDrawn')));
    return place;
  }
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${chart.width} ${chart.height}`);
  drawing.append(...shapes.map(drawn));
  place.append(drawing);
  return place;
}

export class ChartLayer {
  readonly element = element('div', { class: 'chart-layer' });
  private charts: readonly ChartView[] = [];
  private readonly pictures = new Map<string, HTMLElement>();

  constructor(private readonly application: Application) {}

  show(charts: readonly ChartView[], layout: GridLayout): void {
    this.charts = charts;
    this.pictures.clear();
    for (const chart of charts) this.pictures.set(String(chart.id), picture(this.application, chart));
    this.element.replaceChildren(...this.pictures.values());
    this.place(layout);
  }

  /** Rows or columns moved. A chart whose cell is not shown stands where the next shown one begins. */
  place(layout: GridLayout): void {
    for (const chart of this.charts) {
      const place = this.pictures.get(String(chart.id));
      if (!place) continue;
      const row = Math.max(0, layout.positionOfRow(chart.row));
      const column = Math.max(0, layout.positionOfColumn(chart.column));
      Object.assign(place.style, { left: `${layout.headerWidth + layout.left(column) + chart.left}px`, top: `${HEADER_HEIGHT + layout.top(row) + chart.top}px`, width: `${chart.width}px`, height: `${chart.height}px` });
    }
  }
}
