import fc from 'fast-check';
import { instant, localDate } from '../../src/terms';
import { nothingEarlier, type ExpenseOrder } from '../../src/expenses';
import { cities, claim, leg, order, yuan } from './claims';

const at = (text: string) => instant(text);
const days = (orders: readonly ExpenseOrder[], changes = {}) => {
  const { allowances } = claim({ orders, ...changes });
  return [...new Set(allowances.filter((line) => line.decision === 'OK').map((line) => line.date))];
};

test('departure and return are full days; each has three lines', () => {
  const { allowances, totalAllowance } = claim({});
  expect(allowances.map((line) => [line.date, line.kind, line.payable / 100]).slice(0, 3)).toEqual([['2026-03-04', 'ALLOW_MEAL', 55], ['2026-03-04', 'ALLOW_COMM', 10], ['2026-03-04', 'ALLOW_TRANSPORT', 10]]);
  expect(totalAllowance).toBe(yuan(225));
});

test.each([
  ['accepted but not departed', { status: 'ACCEPTED', departedAt: null, endedAt: null }, 0],
  ['cancelled', { status: 'CANCELLED' }, 0],
  ['declined', { status: 'DECLINED' }, 0],
  ['still out counts up to the day asked for', { status: 'WORKING', endedAt: null }, 28],
  ['private days after the planned return do not count', { planReturn: localDate('2026-03-05') }, 2],
  ['an explained delay counts', { planReturn: localDate('2026-03-05'), delayExplained: true }, 3],
  ['an earlier return than planned ends the trip', { planReturn: localDate('2026-03-09') }, 3],
] as const)('order: %s', (_what, changes, count) => {
  expect(days([order(changes)])).toHaveLength(count);
});

test('a date counts once per person, whatever the orders and claims', () => {
  const second = order({ orderId: 'PG-2', departedAt: at('2026-03-06 21:00'), endedAt: at('2026-03-07 10:00') });
  expect(days([order(), second])).toEqual(['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07']);
  expect(days([order()], { earlier: { ...nothingEarlier, days: [{ personId: 'E1', date: localDate('2026-03-05') }, { personId: 'E2', date: localDate('2026-03-04') }] } })).toEqual(['2026-03-04', '2026-03-06']);
});

test('a claim of a month takes the dates of that month (AMB-31)', () => {
  expect(days([order({ departedAt: at('2026-03-30 07:00'), endedAt: at('2026-04-02 20:00') })], { month: '2026-04', asOf: localDate('2026-04-30') })).toEqual(['2026-04-01', '2026-04-02']);
});

describe('rate of a date (5.2 no. 5, AMB-25, AMB-26)', () => {
  const rates = (orders: readonly ExpenseOrder[], legs = [leg()]) => {
    const { allowances } = claim({ orders, legs });
    return allowances.filter((line) => line.kind === 'ALLOW_MEAL').map((line) => line.rate);
  };
  const oneDay = { endedAt: at('2026-03-04 20:00') };
  test('any place outside company cities makes it an away day', () => {
    expect(rates([order({ ...oneDay, cities: ['上海'] })], [leg({ origin: '上海', destination: '昆山' })])).toEqual(['away']);
  });
  test('from one company city to the other is a home day', () => {
    expect(rates([order({ ...oneDay, cities: ['珠海'] })], [leg({ origin: '上海虹桥', destination: '珠海' }), leg({ origin: '上海', destination: '珠海' })].slice(1))).toEqual(['home']);
  });
  test('each date has its own places', () => {
    expect(rates([order({ cities: ['上海'], citiesOfDate: { '2026-03-05': ['苏州'] } })], [])).toEqual(['home', 'away', 'home']);
  });
  test('a leg that arrives past midnight counts its destination on the next date too', () => {
    expect(rates([order({ cities: ['上海'], endedAt: at('2026-03-05 20:00') })], [leg({ departAt: at('2026-03-04 22:00'), arriveAt: at('2026-03-05 01:00') })])).toEqual(['away', 'away']);
  });
});

test('Hong Kong, Macao and Taiwan are decided by hand (X-20)', () => {
  const { allowances, totalAllowance } = claim({ orders: [order({ cities: ['香港'] })] });
  expect([allowances[0]?.decision, totalAllowance]).toEqual(['MANUAL', 0]);
});

describe('city names (5.3)', () => {
  test.each([
    ['北京市', '北京', 'T1'], ['广州', '广州', 'T1'], ['Shenzhen', '深圳', 'T1'], ['天津', '天津', 'PC'], ['重庆市渝北区', '重庆', 'PC'], ['江苏省南京市江宁区', '南京', 'PC'],
    ['新疆维吾尔自治区乌鲁木齐市', '乌鲁木齐', 'PC'], ['昆山市', '昆山', 'OT'], ['苏州昆山', '昆山', 'OT'], ['江苏省苏州市昆山市', '昆山', 'OT'], ['长沙县', '长沙县', 'OT'], ['苏州工业园区', '苏州', 'OT'],
    ['浦东新区', '上海', 'T1'], ['吉林省长春市', '长春', 'PC'], ['吉林市', '吉林', 'OT'], ['澳门', '澳门', 'MANUAL'], [' 上海 ', '上海', 'T1'],
  ])('%s is %s, tier %s', (text, name, tier) => {
    expect([cities.find(text).name, cities.find(text).tier]).toEqual([name, tier]);
  });
  test('a county below a capital and an unknown name are OT and flagged', () => {
    expect(cities.find('长沙县').known).toBe(false);
    expect(cities.find('桐庐').known).toBe(false);
  });
});

test('the allowances of any set of orders count each date at most once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 })), { maxLength: 6 }), (trips) => {
      const march = (day: number) => `2026-03-${String(1 + day).padStart(2, '0')}`;
      const orders = trips.map(([from, length], index) => order({ orderId: `PG-${index}`, departedAt: at(`${march(from)} 08:00`), endedAt: at(`${march(from + length)} 18:00`) }));
      const { allowances, totalAllowance } = claim({ orders });
      const covered = new Set(trips.flatMap(([from, length]) => Array.from({ length: length + 1 }, (_, day) => march(from + day))));
      expect(new Set(allowances.map((line) => line.date))).toEqual(covered);
      expect(totalAllowance).toBe(yuan(covered.size * 75));
    }),
  );
});
