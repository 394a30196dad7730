import { placeOf } from '../../src/tickets';

describe('where a unit stands', () => {
  it.each([
    ['苏州', '苏州工业园区星湖街 1 号', '苏州工业园区星湖街 1 号'],
    ['苏州', '工业园区星湖街 1 号', '苏州 工业园区星湖街 1 号'],
    ['苏州', '', '苏州'],
    ['', '工业园区星湖街 1 号', '工业园区星湖街 1 号'],
  ])('%s and %s read %s', (siteCity, siteAddress, shown) => {
    expect(placeOf({ siteCity, siteAddress })).toBe(shown);
  });
});
