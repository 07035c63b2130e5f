// How long the seasonality method takes, its model's fit and its period's search apart: `npm run bench sarima`.
import { createRequire } from 'node:module';
import { seasonalSeries } from './seasonal.mjs';

const require = createRequire(import.meta.url);
const { SEASONALITY } = require('../lib/anomaly/seasonality');
const { fitSeasonal, modelNumbers, predictSeasonal } = require('../lib/statistics/sarima');
const { seasonalPeriod } = require('../lib/statistics/seasonality');

const RUNS = 3;
/** What TMLL 0.0.30 takes for 1,000 points on this class of machine, in ms, and what 10,000 may take here. */
const TMLL = 75_000;
const LIMIT = 5000;

const PARAMETERS = {
  seasonalitySeasonalPeriod: 10,
  seasonalityArimaOrder: '1,d,1',
  seasonalitySeasonalOrder: '1,1,1',
  seasonalityConfidenceLevel: 0.05
};

/** The best of the runs, in ms of processor time, which other processes hardly lengthen, and what was computed. */
function time(run) {
  let best = Infinity;
  let result;
  for (let index = 0; index < RUNS; index++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return { best, result };
}

function print(cells) {
  const [first, ...rest] = cells.map(String);
  process.stdout.write(`${first.padEnd(34)}${rest.map(cell => cell.padStart(12)).join('')}\n`);
}

process.stdout.write(`Best of ${RUNS} runs, in ms of processor time\n`);
print(['points, period, order', 'period', 'fit', 'prediction', 'model']);
for (const [length, period, d, missing] of [
  [1000, 10, 0, 0],
  [1000, 10, 2, 0],
  [10_000, 10, 0, 0],
  [10_000, 10, 1, 0],
  [10_000, 10, 2, 0],
  [10_000, 10, 0, 0.05],
  [10_000, 24, 0, 0],
  [4032, 288, 0, 0],
  [4032, 288, 0, 0.02],
  [10_000, 900, 0, 0],
  [1_000_000, 10, 0, 0]
]) {
  const { values } = seasonalSeries(length, period, missing);
  const search = time(() => seasonalPeriod(values));
  const fit = time(() => fitSeasonal(values, { p: 1, d, q: 1, P: 1, D: 1, Q: 1, s: period }));
  const prediction = time(() => predictSeasonal(fit.result, values));
  const numbers = Array.from(modelNumbers(fit.result.fit.model), value => value.toFixed(3)).join(' ');
  print([
    `${length}, ${period}, (1,${d},1)(1,1,1)${missing > 0 ? `, ${100 * missing} % missing` : ''}`,
    `${search.best.toFixed(0)} (${search.result})`,
    fit.best.toFixed(0),
    prediction.best.toFixed(0),
    `   ${numbers}${fit.result.shape === undefined ? '' : ' beside a shape'}`
  ]);
}

process.stdout.write('\nThe method seasonality, period given\n');
for (const [length, limit, what] of [
  [1000, TMLL, 'TMLL'],
  [10_000, LIMIT, 'limit']
]) {
  const { values, times } = seasonalSeries(length, 10, 0);
  const { best } = time(() => SEASONALITY.detect(values, PARAMETERS, times));
  process.stdout.write(`${length} points: ${best.toFixed(0)} ms; ${what} ${limit} ms, ${(limit / best).toFixed(0)}×\n`);
}
