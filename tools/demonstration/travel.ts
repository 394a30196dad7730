/** How engineers get to a city, how long that takes, and what it costs there; base cities are Shanghai and Zhuhai. */
export interface Way {
  readonly mode: string;
  /** As the form calls it. */
  readonly label: string;
  readonly document: string;
  readonly hours: number;
  /** Yuan, one way. */
  readonly fare: number;
  /** Yuan a night, what a plain hotel asks. */
  readonly lodging: number;
}

const coach = { mode: 'COACH', label: '长途汽车', document: '汽车票' } as const;
const sleeper = { mode: 'TRAIN_HARD_SLEEPER', label: '火车硬卧', document: '铁路电子客票' } as const;
const local = { mode: 'METRO_BUS', label: '地铁公交', document: '地铁公交票', hours: 1.5, fare: 0, lodging: 0 } as const;

const ways: Readonly<Record<string, Way>> = {
  上海: local, 珠海: local,
  苏州: { ...coach, hours: 2, fare: 38, lodging: 138 }, 杭州: { ...coach, hours: 3, fare: 68, lodging: 148 }, 宁波: { ...coach, hours: 3.5, fare: 98, lodging: 135 }, 南京: { ...coach, hours: 4.5, fare: 104, lodging: 152 },
  深圳: { ...coach, hours: 3, fare: 80, lodging: 168 }, 武汉: { ...sleeper, hours: 11, fare: 248, lodging: 142 }, 天津: { ...sleeper, hours: 13, fare: 302, lodging: 139 },
};

export const wayTo = (city: string): Way => {
  const way = ways[city];
  if (way === undefined) throw new Error(`Nobody knows the way to ${city}`);
  return way;
};
