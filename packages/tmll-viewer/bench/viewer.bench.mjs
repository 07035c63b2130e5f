// What a user waits for in the viewer, in Chromium: the first chart of a 50,000-event trace, frames of zooming and moving with
// 20 series × 2,000 points and 1,000 marks, and memory over 500 of them. Script and layout count; painting without a GPU does not.
/* global document, window, performance, requestAnimationFrame -- of the page that is measured */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { answering } from '../../../scripts/steps/answering.mjs';
import { freePort } from '../../../scripts/steps/port.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../../..');
const require = createRequire(join(ROOT, 'e2e/package.json'));
const { chromium } = require('@playwright/test');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const PAGE = '<!doctype html><div id="host" style="position:relative;width:1400px;height:400px"></div>';
const STEPS = 500;
const FIRST_PORT = 3100;
const START_LIMIT_MS = 60_000;
const WARM_UP = 50;

const folder = await mkdtemp(join(tmpdir(), 'viewer-bench-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: FLAGS
});
try {
  console.log('what                                                   measured      bar');
  if (process.env.VIEWER_BENCH_FRAMES !== '1') {
    await benchFirstChart();
  }
  await benchFrames('chart', '20 series × 2,000 points, 1,000 marks');
  await benchFrames('graph', '40 rows × 2,000 states, 1,000 marks');
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

function print(what, measured, bar = '') {
  console.log(`${what.padEnd(52)} ${measured.padStart(12)} ${bar.padStart(8)}`);
}

/** From the click on a sample of 50,565 events to its first drawn curve, the best of three fresh traces. */
async function benchFirstChart() {
  const port = await freePort(FIRST_PORT);
  const server = spawn(
    process.execPath,
    [join(ROOT, 'browser-app/lib/backend/main.js'), '--hostname', '127.0.0.1', '--port', String(port)],
    {
      cwd: join(ROOT, 'browser-app'),
      stdio: 'ignore',
      env: {
        ...process.env,
        TMLL_DATA_DIR: join(folder, 'data'),
        THEIA_CONFIG_DIR: join(folder, 'theia'),
        TMLL_SAMPLES: join(ROOT, 'samples'),
        TMLL_TRACES: '[]'
      }
    }
  );
  try {
    await answering(`http://127.0.0.1:${port}`, START_LIMIT_MS);
    const waits = [];
    // The first trace of all starts the workers of the trace server; it is another, smaller one.
    for (const name of [/Correlated/i, /leak/i, /leak/i, /leak/i]) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}`);
      await page.locator('.theia-preload').waitFor({ state: 'detached' });
      const sample = page.getByRole('list', { name: 'Or try a sample' }).getByRole('button', { name }).first();
      await sample.waitFor();
      await page.waitForTimeout(1500);
      waits.push(await sample.evaluate(clickAndWait));
      await context.close();
    }
    const [, fresh, ...again] = waits;
    print('first chart after choosing 50,565 events', `${fresh.toFixed(0)} ms`, '1000 ms');
    print('the same, read before, best of two', `${Math.min(...again).toFixed(0)} ms`);
  } finally {
    server.kill('SIGTERM');
  }
}

/** Runs in the page: resolves with the ms until a curve has been drawn. */
function clickAndWait(button) {
  const begin = performance.now();
  button.click();
  return new Promise((drawn, failed) => {
    const look = () => {
      const canvas = document.querySelector('.tmll-xy-canvas canvas');
      const checked = document.querySelector('.tmll-entry[aria-checked=true]');
      const loading = document.querySelector('.tmll-xy-plot .tmll-pane-progress');
      if (canvas && checked && !loading) {
        requestAnimationFrame(() => drawn(performance.now() - begin));
      } else if (performance.now() - begin > 60_000) {
        failed(new Error('No chart after 60 s'));
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
}

/** Script and layout of each frame while zooming and moving, and the heap before and after. */
async function benchFrames(kind, what) {
  buildSync({
    entryPoints: [join(HERE, 'chart-page.jsx')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error'
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 500 } });
  page.on('pageerror', error => console.error(error.stack));
  await writeFile(join(folder, 'page.html'), PAGE);
  await page.goto(`file://${folder}/page.html`);
  await page.addStyleTag({ path: require.resolve('uplot/dist/uPlot.min.css', { paths: [HERE] }) });
  await page.addScriptTag({ path: join(folder, 'page.js') });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.evaluate(name => window.show[name](), kind);
  const frames = [];
  const heaps = [];
  for (let step = 0; step < STEPS + WARM_UP; step++) {
    const before = await work(devtools);
    await page.evaluate(number => window.step(number), step);
    const after = await work(devtools);
    if (step >= WARM_UP) {
      frames.push((after.total - before.total) * 1000);
    }
    if (step === WARM_UP || step === WARM_UP + STEPS / 2 || step === WARM_UP + STEPS - 1) {
      await devtools.send('HeapProfiler.collectGarbage');
      heaps.push((await work(devtools)).heap);
    }
  }
  frames.sort((a, b) => a - b);
  print(`${what}: frame, median`, `${frames[STEPS / 2].toFixed(1)} ms`, '16 ms');
  print(`${what}: frame, 95 %`, `${frames[Math.floor(STEPS * 0.95)].toFixed(1)} ms`);
  const [first, middle, last] = heaps.map(bytes => bytes / 2 ** 20);
  const text = `${first.toFixed(1)} → ${middle.toFixed(1)} → ${last.toFixed(1)} MiB`;
  print(`${kind}: heap after 0, ${STEPS / 2} and ${STEPS} steps`, text, 'flat');
  await page.close();
}

/** Seconds spent so far, and bytes in use. */
async function work(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const valueOf = name => metrics.find(metric => metric.name === name)?.value ?? 0;
  return {
    total: valueOf('ScriptDuration') + valueOf('LayoutDuration') + valueOf('RecalcStyleDuration'),
    heap: valueOf('JSHeapUsedSize')
  };
}
