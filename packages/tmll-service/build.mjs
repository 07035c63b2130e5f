// Bundles the service into one folder that runs anywhere: no node_modules, no TypeScript, workers and child processes included.
//
//   node build.mjs [--out FOLDER] [--sources] [MORE_ENTRIES...]
//
// The folder is `dist` unless told otherwise. `--sources` takes the other packages from their sources instead of their compiled
// `lib`, and more entries are bundled beside ours: for tests.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGES = dirname(HERE);
const { version } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));

/** What the results of analyses depend on. */
const COMPUTING = {
  'analysis-worker': join(HERE, 'src/jobs/analysis-worker.ts'),
  // The threads in which the trace server reads, which it looks for under this name beside itself.
  'record-worker': join(PACKAGES, 'tmll-trace-server/src/server/recording/record-worker.ts'),
  'trace-server': join(HERE, 'src/trace-servers/trace-server-main.ts')
};
const ENTRIES = {
  ...COMPUTING,
  service: join(HERE, 'src/service.ts'),
  'trace-compass-main': join(HERE, 'src/trace-servers/trace-compass/trace-compass-main.ts'),
  tmll: join(HERE, 'src/cli/tmll.ts'),
  // The frame of piscina's worker threads, which it looks for under this name beside itself.
  worker: join(dirname(require.resolve('piscina')), 'worker.js')
};
const SOURCES = {
  'tmll-analysis/algorithms': join(PACKAGES, 'tmll-analysis/src/algorithms.ts'),
  'tmll-analysis/client': join(PACKAGES, 'tmll-analysis/src/client.ts'),
  'tmll-analysis/rendering': join(PACKAGES, 'tmll-analysis/src/rendering.ts'),
  'tmll-analysis': join(PACKAGES, 'tmll-analysis/src/index.ts'),
  'tmll-trace-server': join(PACKAGES, 'tmll-trace-server/src/index.ts'),
  'tmll-tsp': join(PACKAGES, 'tmll-tsp/src/index.ts')
};

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: join(HERE, 'dist') }, sources: { type: 'boolean', default: false } },
  allowPositionals: true
});

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // The first lowers the priority of threads, which we do not ask for; the second is put beside the bundles.
  external: ['@napi-rs/nice', 'gecko-profiler-demangle/index_bg.wasm'],
  alias: values.sources ? SOURCES : {},
  outdir: values.out
};

const computing = await build({ ...common, entryPoints: COMPUTING, legalComments: 'none', write: false });
const digest = createHash('sha256');
computing.outputFiles.forEach(file => digest.update(file.contents));
const programVersion = `${version}+${digest.digest('hex').slice(0, 12)}`;

rmSync(values.out, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: { ...ENTRIES, ...Object.fromEntries(positionals.map(file => [basename(file, '.ts'), file])) },
  define: { TMLL_PROGRAM_VERSION: JSON.stringify(programVersion) }
});
chmodSync(join(values.out, 'tmll.js'), 0o755);
copyFileSync(require.resolve('gecko-profiler-demangle/index_bg.wasm'), join(values.out, 'demangle.wasm'));
