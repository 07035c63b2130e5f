// How long it takes from opening a trace until all its outputs can be shown, how fast series and lines of large traces are then found,
// what memory that takes, and what a second opening costs. The best of some runs: the others were disturbed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { ServerClient } from './server-client.mjs';

const RUNS = 3;
const QUESTIONS = 20;

const here = dirname(fileURLToPath(import.meta.url));
const shared = process.env.TMLL_SHARED ?? resolve(here, '../../../../shared');
const manyThreads = join(shared, 'public-traces/many-threads');
const archive = join(shared, 'traces/big-6M.tar.xz');

if (existsSync(manyThreads)) {
  await report('many-threads, 240,644 kernel events', manyThreads);
} else {
  console.log(`open: skipped, ${manyThreads} is not there; set TMLL_SHARED`);
}
if (existsSync(archive)) {
  const folder = mkdtempSync(join(tmpdir(), 'tmll-bench-'));
  try {
    spawnSync('tar', ['-xJf', archive, '-C', folder]);
    await report('big-6M, 6,004,099 user space events, 204 MB', join(folder, 'big-6M/trace'));
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  console.log(`open: skipped, ${archive} is not there; set TMLL_SHARED`);
}

async function report(title, trace) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tmll-bench-data-'));
  try {
    console.log(`open: ${title}`);
    print('first opening', await best(() => rmSync(dataFolder, { recursive: true, force: true })));
    print('second opening', await best(() => undefined));
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }

  async function best(prepare) {
    let least;
    for (let run = 0; run < RUNS; run++) {
      prepare();
      const one = await measure(trace, dataFolder);
      least = least && least.readyMs <= one.readyMs ? least : one;
    }
    return least;
  }
}

function print(title, { readMs, readyMs, readyCpuMs, slowestMs, xyMs, jumpMs, peakMB }) {
  const ms = value => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  console.log(
    `open:   ${title}: read in ${ms(readMs)}, all trees after ${ms(readyMs)} (CPU ${ms(readyCpuMs)}), slowest answer meanwhile ${ms(slowestMs)}`
  );
  console.log(
    `open:     then 1,000 points over the whole: ${ms(xyMs)} the slowest output; any line of the events table: ${ms(jumpMs)} the slowest; peak ${peakMB.toFixed(0)} MB`
  );
}

async function measure(trace, dataFolder) {
  const client = await ServerClient.start(dataFolder);
  try {
    const before = await client.usage();
    const begun = performance.now();
    const slowestMs = await client.open(trace);
    const readMs = performance.now() - begun;
    const outputs = await client.outputs();
    const trees = await Promise.all(outputs.map(output => client.tree(output)));
    const readyMs = performance.now() - begun;
    const readyCpuMs = (await client.usage()).cpuMs - before.cpuMs;
    const series = outputs
      .map((output, index) => ({ output, entries: trees[index]?.entries }))
      .filter(({ output }) => output.type === 'TREE_TIME_XY');
    let xyMs = 0;
    for (const { output, entries } of series) {
      const shown = entries.filter(({ isDefault }) => isDefault);
      const items = (shown.length > 0 ? shown : entries.filter(({ hasData }) => hasData).slice(0, 5)).map(
        ({ id }) => id
      );
      const ask = () => client.data(output, 'xy', `${client.times(1000)},"requested_items":[${items}]`);
      xyMs = Math.max(xyMs, await median(ask));
    }
    const table = outputs.find(({ name }) => name === 'Events Table');
    let jumpMs = 0;
    for (let question = 0; question < QUESTIONS; question++) {
      const index = Math.floor((((question * 7 + 3) % QUESTIONS) / QUESTIONS) * client.experiment.nbEvents);
      const parameters = `"requested_table_index":${index},"requested_table_count":100`;
      const asked = performance.now();
      await client.data(table, 'lines', parameters);
      jumpMs = Math.max(jumpMs, performance.now() - asked);
    }
    return { readMs, readyMs, readyCpuMs, slowestMs, xyMs, jumpMs, peakMB: (await client.usage()).peakMB };
  } finally {
    await client.stop();
  }
}

async function median(ask) {
  const times = [];
  for (let run = 0; run < 5; run++) {
    const asked = performance.now();
    await ask();
    times.push(performance.now() - asked);
  }
  return times.sort((a, b) => a - b)[2];
}
