// How long change points take in a million points: `npm run bench change-points`.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { segment } = require('../lib/change-point');
const { SeededRandom } = require('../lib/statistics');

const POINTS = 1_000_000;
const RUNS = 3;
/** What the search may take, in s. */
const LIMIT = 2;

const SERIES = {
  'white noise': random => () => random.gaussian(),
  'noise, memory 0.7': random => {
    let value = 0;
    return () => (value = 0.7 * value + random.gaussian());
  },
  '19 steps': random => index => random.gaussian() + (index % 100_000 < 50_000 ? 0 : 1)
};

process.stdout.write(`${POINTS} points, best of ${RUNS} runs in s of processor time; limit ${LIMIT} s\n`);
for (const [name, make] of Object.entries(SERIES)) {
  const values = Float64Array.from({ length: POINTS }, (_, index) => index).map(make(new SeededRandom(1)));
  for (const cost of ['auto', 'mean', 'mean_variance', 'rank', 'trend']) {
    let best = Infinity;
    let found = 0;
    for (let run = 0; run < RUNS; run++) {
      const before = process.cpuUsage();
      const options = { cost, search: 'pelt', minimumSize: 5, penaltyFactor: 1, count: 0 };
      found = segment([values], options).changes.length;
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / 1e6);
    }
    process.stdout.write(`${name.padEnd(20)}${cost.padEnd(16)}${best.toFixed(2).padStart(6)}  ${found} changes\n`);
  }
}
