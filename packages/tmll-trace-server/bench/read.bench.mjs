// How fast a trace of 6 million events is read, against babeltrace2 in the same run. CPU time of both is that of their own
// processes, user and system, from start to end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 3;
const MAX_PEAK_MB = 300;
const MIN_RATIO = 2;

const here = dirname(fileURLToPath(import.meta.url));
const shared = process.env.TMLL_SHARED ?? resolve(here, '../../../../shared');
const archive = join(shared, 'traces/big-6M.tar.xz');

if (existsSync(archive)) {
  const folder = mkdtempSync(join(tmpdir(), 'tmll-bench-'));
  try {
    run('tar', ['-xJf', archive, '-C', folder]);
    measure(join(folder, 'big-6M/trace'));
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  console.log(`read: skipped, ${archive} is not there; set TMLL_SHARED`);
}

function measure(trace) {
  const ours = best(() => JSON.parse(run(process.execPath, [join(here, 'read-and-fold.mjs'), trace])));
  const rate = ours.events / ours.cpuSeconds;
  report('tmll-trace-server', rate, ours.cpuSeconds, `peak ${ours.peakMB.toFixed(0)} MB, checksum ${ours.checksum}`);
  let ok = ours.peakMB < MAX_PEAK_MB;
  if (spawnSync('babeltrace2', ['--version']).status === 0) {
    const theirs = best(() => ({ cpuSeconds: babeltraceSeconds(trace) }));
    report('babeltrace2', ours.events / theirs.cpuSeconds, theirs.cpuSeconds, 'sink.utils.dummy');
    const ratio = theirs.cpuSeconds / ours.cpuSeconds;
    console.log(`read: ratio ${ratio.toFixed(2)} (at least ${MIN_RATIO}), peak below ${MAX_PEAK_MB} MB`);
    ok &&= ratio >= MIN_RATIO;
  }
  process.exitCode = ok ? 0 : 1;
}

/** The run with the least CPU time: the others were disturbed. */
function best(once) {
  const runs = Array.from({ length: RUNS }, once);
  return runs.reduce((least, one) => (one.cpuSeconds < least.cpuSeconds ? one : least));
}

/** The second line that the shell's `times` prints is that of its children: `0m2.099s 0m0.044s`. */
function babeltraceSeconds(trace) {
  const output = run('sh', ['-c', 'babeltrace2 "$0" --component=sink.utils.dummy >/dev/null; times', trace]);
  const children = output.trim().split('\n').at(-1);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

function report(reader, rate, cpuSeconds, more) {
  console.log(
    `read: ${reader} ${(rate / 1e6).toFixed(2)} M events per CPU second (${cpuSeconds.toFixed(2)} s), ${more}`
  );
}

function run(command, parameters) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error || status !== 0) {
    throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  }
  return stdout;
}
