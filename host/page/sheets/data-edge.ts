/** Where Ctrl with an arrow leads: the end of the filled run one is in, or the next filled cell, or the sheet's edge. */

export function dataEdge(from: number, by: 1 | -1, count: number, filled: (place: number) => boolean): number {
  const edge = by === 1 ? count - 1 : 0;
  const beyond = (place: number) => (by === 1 ? place > edge : place < edge);
  let place = from + by;
  if (beyond(place)) return from;
  if (filled(from) && filled(place)) {
    while (!beyond(place + by) && filled(place + by)) place += by;
    return place;
  }
  while (!beyond(place + by) && !filled(place)) place += by;
  return place;
}
