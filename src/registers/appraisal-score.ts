/** An indicator of 8.4: points = weight × clamp((actual − floor) ÷ (target − floor), 0, 1). */
interface Indicator {
  readonly number: string;
  readonly weight: number;
  readonly floor: number;
  readonly target: number;
}

const indicator = (number: string, weight: number, floor: number, target: number): Indicator => ({ number, weight, floor, target });

const indicators: readonly Indicator[] = [
  indicator('AP-1', 15, 60, 95), indicator('AP-2', 5, 60, 95), indicator('AP-3', 5, 60, 100), indicator('AP-4', 10, 70, 100), indicator('AP-5', 15, 60, 90), indicator('AP-6', 5, 60, 90),
  indicator('AP-7', 15, 3, 4.6), indicator('AP-8', 10, 60, 95), indicator('AP-9', 8, 60, 100), indicator('AP-10', 4, 0, 1), indicator('AP-11', 5, 50, 100), indicator('AP-12', 3, 80, 100),
];

/** Half up to one decimal; the last digits of a sum in binary do not decide. */
const oneDecimal = (value: number): number => Math.round((value + 1e-9) * 10) / 10;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export interface Base {
  readonly weight: number;
  readonly base: number;
  /** One line an indicator: actual and points. */
  readonly items: readonly string[];
}

/** Indicators without data are left out and the rest is rescaled to a hundred; each upheld complaint costs three. */
export const baseScore = (actuals: Readonly<Record<string, number | null>>, upheldComplaints: number): Base => {
  const counted = indicators.flatMap(({ number, weight, floor, target }) => {
    const actual = actuals[number] ?? null;
    return actual === null ? [] : [{ number, weight, actual, points: weight * clamp((actual - floor) / (target - floor), 0, 1) }];
  });
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const points = counted.reduce((sum, one) => sum + one.points, 0);
  return {
    weight, base: weight === 0 ? 0 : oneDecimal(Math.max(0, (points / weight) * 100 - 3 * upheldComplaints)),
    items: [...counted.map(({ number, actual, points: given, weight: of }) => `${number} ${oneDecimal(actual)} → ${oneDecimal(given)}/${of}`), ...(upheldComplaints === 0 ? [] : [`投诉成立 upheld ${upheldComplaints} × −3`])],
  };
};

/** Satisfaction is shrunk against small samples; null without an answer. */
export const shrunk = (marks: readonly number[]): number | null => (marks.length === 0 ? null : (marks.reduce((sum, mark) => sum + mark, 0) + 3 * 4) / (marks.length + 3));

type Grade = 'S' | 'A' | 'B' | 'C' | 'D';
const grades: readonly (readonly [from: number, grade: Grade, pay: number])[] = [[95, 'S', 10], [85, 'A', 5], [75, 'B', 0], [60, 'C', -5], [-1, 'D', -10]];

export interface Limits {
  readonly leastWeight: number;
  readonly adjust: number;
  readonly rewards: number;
}

/** Total, grade and proposed pay movement (8.4); too little data is grade B and moves nothing. */
export const graded = ({ weight, base }: Pick<Base, 'weight' | 'base'>, adjust: number, rewards: number, limits: Limits): { readonly total: number; readonly grade: Grade; readonly payFactor: number } => {
  const total = oneDecimal(clamp(base + clamp(adjust, -limits.adjust, limits.adjust) + clamp(rewards, -limits.rewards, limits.rewards), 0, 110));
  const [, grade, payFactor] = grades.find(([from]) => total >= from) ?? [0, 'D', -10];
  return weight < limits.leastWeight ? { total, grade: 'B', payFactor: 0 } : { total, grade, payFactor };
};
