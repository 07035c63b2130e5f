// How long the workbench's own thread is kept busy at a stretch by a result of 1,000,000 points: while the analysis runs, while
// its result arrives and is drawn, while it is opened and hidden, and while charts with its marks are zoomed. Chromium's own
// trace tells the processor time of every task of that thread, so that other work on the machine counts for little.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { answering } from '../../../scripts/steps/answering.mjs';
import { freePort } from '../../../scripts/steps/port.mjs';
import { counterTrace } from './counter-trace.mjs';
import { longestTasks } from './longest-tasks.mjs';

const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');
const SAMPLES = 200_000;
/** 30 s in steps of 30 µs: 1,000,000 points. */
const STEP = '30us';
const LIMIT_MS = 50;
const FIRST_PORT = 3100;
const START_LIMIT_MS = 60_000;
const WAIT = { timeout: 90_000 };

const folder = await mkdtemp(join(tmpdir(), 'tmll-bench-'));
const trace = join(folder, 'counter.json');
await writeFile(trace, counterTrace(SAMPLES));
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
      TMLL_TRACES: JSON.stringify([trace])
    }
  }
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu']
});
try {
  await answering(`http://127.0.0.1:${port}`, START_LIMIT_MS);
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(`http://127.0.0.1:${port}`);
  await page.locator('.tmll-trace-header').waitFor(WAIT);
  await page.locator('#tmll-analysis').getByLabel('Method').waitFor(WAIT);
  await page
    .getByRole('listbox', { name: /^Outputs/ })
    .getByRole('option', { name: 'Counters' })
    .click();
  await page.getByRole('region', { name: 'Counters', exact: true }).locator('.tmll-xy-surface').waitFor(WAIT);
  await page.waitForTimeout(3_000);
  await measure(page);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise(ended => server.once('exit', ended));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(page) {
  const panel = page.locator('#tmll-analysis');
  const results = panel.getByRole('list', { name: 'History' }).getByRole('listitem');
  const series = panel.getByRole('tree', { name: 'Series' });
  await panel.getByLabel('Which series').selectOption('picked');
  const ticked = series.locator('[role=treeitem][aria-level="1"]:is([aria-checked=true], [aria-checked=mixed])');
  while ((await ticked.count()) > 0) {
    await ticked.first().click();
  }
  await series.getByRole('treeitem', { name: 'Counters', exact: true }).click();
  await panel.getByLabel('Method').selectOption('iqr');
  await panel.getByLabel('Resampling step', { exact: true }).fill(STEP);
  await stage(page, 'analysis runs, its result arrives and is drawn', async () => {
    await panel.getByRole('button', { name: 'Run', exact: true }).click();
    await results.first().waitFor(WAIT);
    await page.locator('#tmll-findings tbody tr').first().waitFor(WAIT);
    await page.waitForTimeout(3_000);
  });
  await tellSize();
  const plot = page.getByRole('region', { name: 'Counters', exact: true }).locator('.tmll-xy-surface');
  await stage(page, 'zoom and pan with its marks', async () => {
    await plot.hover();
    for (const key of 'wwwwddaassss') {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
  });
  await stage(page, 'hide and show it', async () => {
    for (let time = 0; time < 2; time++) {
      await results
        .first()
        .getByRole('button', { name: /Show on charts/ })
        .click();
      await page.waitForTimeout(1_500);
    }
  });
  await stage(page, 'scroll, sort and filter its findings', async () => {
    const findings = page.locator('#tmll-findings');
    await findings.getByRole('columnheader').nth(3).click();
    await page.waitForTimeout(500);
    await findings.getByRole('searchbox', { name: 'Filter findings' }).fill('load');
    await page.waitForTimeout(1_000);
    await findings.locator('tbody tr').first().click();
    await page.waitForTimeout(1_000);
  });
  await stage(page, 'open it', async () => {
    await results.first().locator('.tmll-result-name').click();
    await page.locator('.tmll-result-view').waitFor();
    await page.waitForTimeout(2_000);
  });
}

/** Does something while Chromium records, and tells the longest tasks. */
async function stage(page, name, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] }
  });
  await act();
  const complete = new Promise(done => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  const { longest, count, what } = longestTasks(events, LIMIT_MS);
  console.log(`${name}: longest task ${longest.toFixed(1)} ms of CPU, ${count} over ${LIMIT_MS} ms`);
  what.forEach(line => console.log(`    ${line}`));
  await session.detach();
}

async function tellSize() {
  const { port: service, token } = JSON.parse(await readFile(join(folder, 'data/service.json'), 'utf8'));
  const ask = async path =>
    (await fetch(`http://127.0.0.1:${service}${path}`, { headers: { Authorization: `Bearer ${token}` } })).text();
  const [{ id }] = JSON.parse(await ask('/tmll/results'));
  const text = await ask(`/tmll/results/${id}`);
  const { provenance, data, findings } = JSON.parse(text);
  const marks = data.series.reduce((sum, { points }) => sum + points.length, 0);
  console.log(
    `result: ${provenance.points} points looked at, ${marks} flagged, ${findings.length} findings, ${(text.length / 2 ** 20).toFixed(1)} MiB`
  );
}
