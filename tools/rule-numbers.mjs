/** Numbers of the regulation in the name of a test: `S-04`, `3.11 pay`, `7.5 no. 6`, `ar.block_days`, and ranges such as `WB-01 to WB-07`. */

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const range = /(?<![\w.-])((?:[A-Z]+-)*[A-Z]+-?)(\d+)\s*(?:to|–|—|…|\.\.\.)\s*\1(\d+)(?![\w-])/g;

const rangesIn = (name) => [...name.matchAll(range)].flatMap(([, prefix, first, last]) => {
  const numbers = [];
  for (let number = Number(first); number <= Number(last); number += 1) numbers.push(prefix + String(number).padStart(first.length, '0'));
  return numbers;
});

/** @returns a function that tells which of the numbers a name speaks of, and whether each directly or as part of a range */
export const numbersIn = (numbers) => {
  const known = new Set(numbers);
  const longestFirst = [...numbers].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\w.-])(?:${longestFirst.map(escape).join('|')})(?![\\w-]|\\.\\w)`, 'g');
  return (name) => {
    const found = new Map(rangesIn(name).filter((number) => known.has(number)).map((number) => [number, false]));
    for (const [number] of name.matchAll(pattern)) found.set(number, true);
    return found;
  };
};
