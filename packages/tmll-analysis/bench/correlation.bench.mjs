// Correlation matrix, lag and ranking of changes: `npm run bench correlation`.
import { createRequire } from 'node:module';
import { slowSeries } from './series-pairs.mjs';

const require = createRequire(import.meta.url);
const { analyzeLag, correlationMatrix, ObservedSeries, rankCauses } = require('../lib/correlation');

const RUNS = 3;

/** The best of the runs, in ms of processor time, which other processes hardly lengthen. */
function time(run) {
  let best = Infinity;
  for (let index = 0; index < RUNS; index++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function print(what, best, limit) {
  process.stdout.write(`${what.padEnd(62)}${best.toFixed(0).padStart(8)}${String(limit).padStart(8)}\n`);
}

process.stdout.write(`Best of ${RUNS} runs, in ms of processor time of one thread, and the limit\n`);
const fifty = slowSeries(50, 100_000);
for (const method of [undefined, 'pearson', 'spearman', 'kendall']) {
  const run = () =>
    correlationMatrix(
      fifty.map(values => new ObservedSeries(values)),
      method
    );
  print(`50 series × 100,000 points, all pairs with p-values, ${method ?? 'auto'}`, time(run), 10_000);
}
const [first, second] = slowSeries(2, 1_000_000);
print(
  'lag of 1,000,000 points',
  time(() => analyzeLag(first, second)),
  1000
);
const candidates = slowSeries(500, 120).map((values, index) => ({
  id: `${index}`,
  name: `${index}`,
  path: ['CPU', `${index}`],
  outputId: 'cpu',
  unit: '%',
  weight: 1,
  addsUp: true,
  values
}));
const window = { from: 100, to: 120 };
print(
  'changes of 500 series in 120 bins',
  time(() => rankCauses(candidates, window, { from: 0, to: 80 })),
  2000
);
