/** What a case expects and what came out, as plain data. Only what is expected is compared. */
export interface Outcome {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly actual: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether everything expected came out; lists must agree in length and order. */
export const agrees = (expected: unknown, actual: unknown): boolean => {
  if (Array.isArray(expected)) return Array.isArray(actual) && actual.length === expected.length && expected.every((item, index) => agrees(item, actual[index]));
  if (isObject(expected)) return isObject(actual) && Object.keys(expected).every((key) => agrees(expected[key], actual[key]));
  return expected === actual;
};
