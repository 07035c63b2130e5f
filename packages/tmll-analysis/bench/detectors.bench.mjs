// How long a detector takes for a million points, beside what TMLL takes: `npm run bench detectors`.
import { createRequire } from 'node:module';
import { noisySeries } from './noise.mjs';

const { DEFAULT_ANOMALY_PARAMETERS, detectAnomalies, scorePoints } = createRequire(import.meta.url)('../lib/anomaly');

const LENGTH = 1_000_000;
const RUNS = 15;

/** What TMLL 0.0.30 takes for a million points of one series on this class of machine, in ms. */
const TMLL = { zscore: 300, iqr: 450, moving_average: 600 };

/** The parameters of TMLL's quickstart, with which moving_average flags every tenth point. */
const QUICKSTART = {
  zscoreThreshold: 3.5,
  iqrFactor: 1.5,
  movingAverageWindowSize: 10,
  movingAverageThreshold: 2
};

const series = noisySeries(LENGTH);
const reference = { outputId: 'noise', path: series.path };
const inputBytes = series.times.byteLength + series.values.byteLength;

/** Median and smallest of the times that some runs take, in ms, after some more that let the engine compile. */
function time(run) {
  const times = [];
  for (let index = 0; index < RUNS + 5; index++) {
    globalThis.gc?.();
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  const sorted = times.slice(5).sort((a, b) => a - b);
  return { median: sorted[RUNS >> 1], best: sorted[0] };
}

/** Bytes that a run has taken by its end, all that it threw away included, in units of the input. */
function memoryFactor(run) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const kept = run();
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return { factor: bytes / inputBytes, kept };
}

const row = cells =>
  console.log(cells.map((cell, index) => String(cell)[index ? 'padStart' : 'padEnd'](index ? 13 : 28)).join(''));

console.log(`${LENGTH.toLocaleString('en')} points, ${inputBytes / 1e6} MB; median of ${RUNS} runs`);
row(['', 'scores ms', 'result ms', 'first ms', 'TMLL ms', 'faster', 'memory ×', 'points', 'periods']);
for (const [name, overrides] of [
  ['default', {}],
  ['quickstart', QUICKSTART]
]) {
  for (const [method, tmll] of Object.entries(TMLL)) {
    const parameters = { ...DEFAULT_ANOMALY_PARAMETERS, ...overrides, method };
    const start = performance.now();
    const first = detectAnomalies(series, reference, parameters);
    const cold = performance.now() - start;
    const scores = time(() => scorePoints(series, parameters));
    const result = time(() => detectAnomalies(series, reference, parameters));
    const { factor } = memoryFactor(() => scorePoints(series, parameters));
    row([
      `${method} (${name})`,
      scores.median.toFixed(1),
      result.median.toFixed(1),
      cold.toFixed(1),
      tmll,
      `${(tmll / result.median).toFixed(0)}×`,
      factor.toFixed(1),
      first.points.length,
      first.periods.length
    ]);
  }
}
