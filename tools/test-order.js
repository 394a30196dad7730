const { statSync } = require('node:fs');

/** These take minutes: begun last, one of them would run alone while the other core waits. */
const longest = ['test/simulation/month.test.ts', 'test/browser/story.test.ts', 'test/journeys/interrupted.test.ts', 'test/journeys/interrupted-sweep.test.ts', 'test/simulation/broken.test.ts', 'test/bench/quick.test.ts'];

const placeOf = ({ path }) => {
  const place = longest.findIndex((end) => path.endsWith(end));
  return place < 0 ? longest.length : place;
};

/** In which order Jest begins test files: those that take minutes, then the largest, as it does by itself. */
module.exports = class TestOrder {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other) || statSync(other.path).size - statSync(one.path).size);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    return undefined;
  }
};
