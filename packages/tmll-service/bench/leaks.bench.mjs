// From a trace of 6 million allocation events to the report on its leaks: `npm run bench leaks`. CPU time is that of the command line's own
// process, user and system, with its threads; beside it what TMLL takes for the parsing of its table alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const RUNS = 3;
/** TMLL 0.0.30 parses 20,000 rows of the events table in 3.3 s on this class of machine, and goes on from there. */
const TMLL_SECONDS_PER_EVENT = 3.3 / 20_000;

const here = dirname(fileURLToPath(import.meta.url));
const shared = process.env.TMLL_SHARED ?? resolve(here, '../../../../shared');
const archive = join(shared, 'traces/big-6M.tar.xz');
const script = join(here, '../dist/tmll.js');

if (existsSync(archive)) {
  const folder = mkdtempSync(join(tmpdir(), 'tmll-bench-'));
  try {
    run('tar', ['-xJf', archive, '-C', folder]);
    measure(join(folder, 'big-6M/trace'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  console.log(`leaks: skipped, ${archive} is not there; set TMLL_SHARED`);
}

function measure(trace, folder) {
  const runs = Array.from({ length: RUNS }, () => analyse(trace, folder));
  const best = runs.reduce((least, one) => (one.cpu < least.cpu ? one : least));
  const { provenance, severity } = best.result;
  const tmll = TMLL_SECONDS_PER_EVENT * provenance.points;
  console.log(`leaks: ${provenance.points.toLocaleString('en-US')} calls, severity ${severity}`);
  console.log(`leaks: ${best.cpu.toFixed(2)} s of CPU, ${best.elapsed.toFixed(2)} s elapsed, from file to report`);
  console.log(`leaks: ${(provenance.durationMs / 1000).toFixed(2)} s of that after the trace was opened`);
  console.log(`leaks: peak memory ${best.peakMB.toFixed(0)} MB`);
  console.log(`leaks: TMLL ${tmll.toFixed(0)} s for its table alone, ${(tmll / best.cpu).toFixed(0)} times as long`);
}

/** Runs the command line in a process that says at its end what it used. */
function analyse(trace, folder) {
  const started = performance.now();
  const probe = join(here, 'run-and-measure.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [probe, script, 'leaks', trace, '--json', '--no-store'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TMLL_DATA_DIR: folder }
  });
  const { cpu, peakMB } = JSON.parse(stderr.trim().split('\n').at(-1));
  return { result: JSON.parse(stdout), cpu, peakMB, elapsed: (performance.now() - started) / 1000 };
}

function run(command, args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${command} failed: ${stderr}`);
  }
}
