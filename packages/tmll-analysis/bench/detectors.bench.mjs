// How long a detector takes for a million points, beside what TMLL takes: `npm run bench detectors`.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { noisySeries } from './noise.mjs';

const { DEFAULT_ANOMALY_PARAMETERS, detectAnomalies, scorePoints } = createRequire(import.meta.url)('../lib/anomaly');

const LENGTH = 1_000_000;
const RUNS = 15;
/** Runs that are not counted: the engine is still compiling. */
const WARM_UP = 5;

/** What TMLL 0.0.30 takes for a million points of one series on this class of machine, in ms. */
const TMLL = {
  auto: undefined,
  zscore: 300,
  iqr: 450,
  moving_average: 600,
  combined: 1730,
  iforest: 52800,
  frequency_domain: 2360
};

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
      tmll ?? '–',
      tmll === undefined ? '–' : `${(tmll / result.elapsed).toFixed(1)}×`,
      `${factor.toFixed(1)}×`,
      kept.points.length,
      kept.periods.length
    ]);
  }
}

const SERIES = 100;
const SERIES_LENGTH = 100_000;
const WORKERS = 2;

/** Seconds that workers take for many series by `auto`, as the service runs them, and of processor time. */
async function manySeries() {
  const script = `
    const { workerData, parentPort } = require('node:worker_threads');
    const { DEFAULT_ANOMALY_PARAMETERS, detectAnomalies } = require(workerData.library);
    const reference = { outputId: 'noise', path: workerData.series.path };
    let periods = 0;
    for (let index = 0; index < workerData.count; index++) {
      periods += detectAnomalies(workerData.series, reference, DEFAULT_ANOMALY_PARAMETERS).periods.length;
    }
    parentPort.postMessage(periods);`;
  const library = createRequire(import.meta.url).resolve('../lib/anomaly');
  const workerData = { library, series: noisySeries(SERIES_LENGTH), count: SERIES / WORKERS };
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const workers = Array.from({ length: WORKERS }, () => new Worker(script, { eval: true, workerData }));
  await Promise.all(workers.map(worker => new Promise((done, fail) => worker.on('message', done).on('error', fail))));
  const { user, system } = process.cpuUsage(cpuBefore);
  return { elapsed: (performance.now() - before) / 1000, cpu: (user + system) / 1e6 };
}

const { elapsed, cpu } = await manySeries();
process.stdout.write(
  `${SERIES} series of ${SERIES_LENGTH} points by auto, ${WORKERS} workers: ` +
    `${elapsed.toFixed(1)} s, of processor time ${cpu.toFixed(1)} s\n`
);
