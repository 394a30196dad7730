/**
 * Does every part, even if one fails: parts of a run do not depend on each other, and an answer nobody can read must not keep
 * deadlines from being watched. Throws the first failure at the end, so that the platform reports it.
 */
export const eachForItself = (parts: readonly (() => unknown)[]): void => {
  const failures: unknown[] = [];
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};
