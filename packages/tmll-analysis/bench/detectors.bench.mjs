// How long a detector takes for a million points, beside what TMLL takes: `npm run bench detectors`.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { noisySeries } from './noise.mjs';

const { DEFAULT_ANOMALY_PARAMETERS, detectAnomalies, scorePoints } = createRequire(import.meta.url)('../lib/anomaly');

const LENGTH = 1_000_000;
const RUNS = 15;
/** Runs that are not counted: the engine is still compiling. */
const WARM_UP = 5;

/** What TMLL 0.0.30 takes for a million points of one series on this class of machine, in ms. */
const TMLL = { zscore: 300, iqr: 450, moving_average: 600, combined: 1730, iforest: 52800, frequency_domain: 2360 };

/** Thresholds as in TMLL's quickstart: moving_average flags every eleventh point of noise, so that objects dominate. */
const QUICKSTART = { zscoreThreshold: 3.5, iqrFactor: 1.5, movingAverageWindowSize: 10, movingAverageThreshold: 2 };

const series = noisySeries(LENGTH);
const reference = { outputId: 'noise', path: series.path };
const inputBytes = series.times.byteLength + series.values.byteLength;

/** Medians over the runs, in ms: elapsed, and of processor time, which other processes do not lengthen. */
function time(run) {
  const elapsed = [];
  const cpu = [];
  for (let index = -WARM_UP; index < RUNS; index++) {
    globalThis.gc?.();
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    run();
    if (index >= 0) {
      elapsed.push(performance.now() - before);
      const { user, system } = process.cpuUsage(cpuBefore);
      cpu.push((user + system) / 1000);
    }
  }
  return { elapsed: median(elapsed), cpu: median(cpu) };
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

/** Bytes that are there after a run and were not before, in units of the input. */
async function memoryFactor(run) {
  globalThis.gc?.();
  // Array buffers are given back by another thread.
  await setTimeout(100);
  const before = process.memoryUsage();
  const kept = run();
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return { factor: bytes / inputBytes, kept };
}

function print(name, cells) {
  process.stdout.write(`${name.padEnd(28)}${cells.map(cell => String(cell).padStart(12)).join('')}\n`);
}

process.stdout.write(`${LENGTH} points, ${inputBytes / 1e6} MB; medians of ${RUNS} runs, in ms\n`);
print('', ['scores', 'scores CPU', 'result', 'result CPU', 'TMLL', 'faster', 'memory', 'points', 'periods']);
for (const [name, thresholds] of Object.entries({ default: {}, quickstart: QUICKSTART })) {
  for (const [method, tmll] of Object.entries(TMLL)) {
    const parameters = { ...DEFAULT_ANOMALY_PARAMETERS, ...thresholds, method };
    const { factor, kept } = await memoryFactor(() => detectAnomalies(series, reference, parameters));
    const scores = time(() => scorePoints(series, parameters));
    const result = time(() => detectAnomalies(series, reference, parameters));
    print(`${method} (${name})`, [
      scores.elapsed.toFixed(1),
      scores.cpu.toFixed(1),
      result.elapsed.toFixed(1),
      result.cpu.toFixed(1),
      tmll,
      `${(tmll / result.elapsed).toFixed(1)}×`,
      `${factor.toFixed(1)}×`,
      kept.points.length,
      kept.periods.length
    ]);
  }
}
