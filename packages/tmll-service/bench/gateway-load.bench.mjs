// The gateway under load: clients that page and zoom on a large trace, with results of an analysis drawn on its charts.
//
//   npm run bench gateway-load          TRACE=/path (default /tmp/big-6M)  SECONDS=60  CLIENTS=50  PAUSE=400
//
// Each client takes a step, waits for its answer, and takes the next after a pause of 400 ms on average, as somebody does who zooms or
// pages without looking. PAUSE=0 asks as fast as answers come, which measures the trace server's queue.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const TRACE = process.env.TRACE ?? '/tmp/big-6M';
const SECONDS = Number(process.env.SECONDS ?? 60);
const CLIENTS = Number(process.env.CLIENTS ?? 50);
const PAUSE = Number(process.env.PAUSE ?? 400);
const WARM_UP = Math.min(15, SECONDS / 4);
const EVENT_RATE = 'tmll.event-rate';
const HISTOGRAM = 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider';
const TABLE = 'org.eclipse.tracecompass.internal.provisional.tmf.core.model.events.TmfEventTableDataProvider';
const OURS = 'tmll.analysis.anomalies';

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const random = seeded(42);

if (!existsSync(TRACE)) {
  process.stdout.write(`There is no trace at ${TRACE}: skipped; name one by TRACE.\n`);
} else {
  await main();
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'tmll-load-'));
  const script = fileURLToPath(new URL('../dist/service.js', import.meta.url));
  const service = fork(script, ['--data-dir', folder]);
  try {
    const [lock] = await once(service, 'message');
    const trace = await prepare(lock.port);
    await load(lock.port, trace, service.pid);
  } finally {
    service.kill();
    await once(service, 'exit');
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
}

/** Opens the trace and derives an output of ours, so that there is something to draw on its charts. */
async function prepare(port) {
  const { UUID: traceId } = await json(port, 'POST', '/traces', { parameters: { uri: TRACE, name: 'load' } });
  const made = await json(port, 'POST', '/experiments', { parameters: { name: 'load', traces: [traceId] } });
  const started = performance.now();
  let experiment = made;
  while (experiment.indexingStatus !== 'COMPLETED') {
    await pause(200);
    experiment = await json(port, 'GET', `/experiments/${made.UUID}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${experiment.nbEvents} events opened in ${seconds} s\n`);
  const base = `/experiments/${made.UUID}`;
  const derived = await json(port, 'POST', `${base}/outputs/${OURS}`, {
    name: 'load',
    parameters: { method: 'iqr', outputs: ['event rate', 'histogram'] }
  });
  await until(port, `${base}/outputs/data/${derived.id}:findings/tree`);
  const trees = {};
  for (const id of [EVENT_RATE, HISTOGRAM, `${derived.id}:score`]) {
    const { model } = await until(port, `${base}/outputs/XY/${id}/tree`);
    trees[id] = model.entries.filter(entry => entry.hasData).map(entry => entry.id);
  }
  const overlays = trees[EVENT_RATE].filter(id => id >= 2 ** 30).length;
  process.stdout.write(`${overlays} entries of ours on the native chart\n`);
  return {
    base,
    derived,
    trees,
    start: BigInt(experiment.start),
    end: BigInt(experiment.end),
    count: experiment.nbEvents
  };
}

async function load(port, trace, pid) {
  const latencies = new Map();
  let failures = 0;
  let isWarm = false;
  const end = performance.now() + SECONDS * 1000;
  const memory = [];
  const client = async () => {
    await pause(PAUSE * random());
    while (performance.now() < end) {
      const [name, method, path, body] = nextRequest(trace);
      const started = performance.now();
      const { status } = await send(port, method, path, body).catch(error => ({ status: error.message }));
      if (status !== 200) {
        failures++;
        process.stdout.write(`${name}: ${status}\n`);
      } else if (isWarm) {
        const times = latencies.get(name) ?? [];
        latencies.set(name, times);
        times.push(performance.now() - started);
      }
      await pause(PAUSE * (0.5 + random()));
    }
  };
  let before;
  const watch = async () => {
    await pause(WARM_UP * 1000);
    isWarm = true;
    before = cpuOf(pid);
    while (performance.now() < end) {
      memory.push(memoryOf(pid));
      await pause(1000);
    }
  };
  await Promise.all([watch(), ...Array.from({ length: CLIENTS }, client)]);
  report(latencies, failures, memory);
  const requests = [...latencies.values()].reduce((sum, times) => sum + times.length, 0);
  const [own, children] = cpuOf(pid).map((ms, index) => ((ms - before[index]) / requests).toFixed(2));
  process.stdout.write(`CPU time a request: gateway ${own} ms, trace server ${children} ms\n`);
}

/** One step of a user: mostly zooming and paging, now and then a look at the lists. */
function nextRequest({ base, derived, trees, start, end, count }) {
  const length = end - start;
  const part = BigInt(Math.round(Number(length) * 10 ** (-3 * random())));
  const from = start + BigInt(Math.round(Number(length - part) * random()));
  const range = `{"start":${from},"end":${from + part},"nbTimes":1000}`;
  const parameters = (id, items = 4) =>
    `{"parameters":{"requested_timerange":${range},"requested_items":${JSON.stringify(some(trees[id], items))}}}`;
  const choice = random();
  if (choice < 0.35) {
    return ['native chart', 'POST', `${base}/outputs/XY/${EVENT_RATE}/xy`, parameters(EVENT_RATE)];
  }
  if (choice < 0.5) {
    return ['histogram', 'POST', `${base}/outputs/XY/${HISTOGRAM}/xy`, parameters(HISTOGRAM)];
  }
  if (choice < 0.75) {
    const index = Math.floor(random() * (count - 100));
    const body = `{"parameters":{"requested_table_index":${index},"requested_table_count":50}}`;
    return ['events table', 'POST', `${base}/outputs/table/${TABLE}/lines`, body];
  }
  if (choice < 0.9) {
    const id = `${derived.id}:score`;
    return ['our chart', 'POST', `${base}/outputs/XY/${id}/xy`, parameters(id)];
  }
  if (choice < 0.96) {
    return [
      'annotations',
      'POST',
      `${base}/outputs/${EVENT_RATE}/annotations`,
      `{"parameters":{"requested_timerange":${range}}}`
    ];
  }
  return choice < 0.98
    ? ['tree', 'POST', `${base}/outputs/XY/${EVENT_RATE}/tree`, '{"parameters":{}}']
    : ['list of outputs', 'GET', `${base}/outputs`];
}

/** Some elements, those of ours (at the end) among them. */
function some(list, count) {
  const at = Math.floor(random() * Math.max(1, list.length - count));
  return [...new Set([...list.slice(at, at + count - 1), list.at(-1)])];
}

function report(latencies, failures, memory) {
  const line = (name, times) => {
    const sorted = times.sort((a, b) => a - b);
    const at = share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0).padStart(5);
    process.stdout.write(
      `${name.padEnd(16)} ${String(times.length).padStart(7)}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms\n`
    );
  };
  [...latencies].forEach(([name, times]) => line(name, times));
  line('all', [...latencies.values()].flat());
  process.stdout.write(`${failures} failures; ${CLIENTS} clients, ${SECONDS} s, the first ${WARM_UP} s not counted\n`);
  const shown = bytes => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  const stages = [0, 0.25, 0.5, 0.75, 1].map(
    part => memory[Math.min(memory.length - 1, Math.floor(part * memory.length))]
  );
  for (const [index, name] of ['gateway', 'trace server'].entries()) {
    process.stdout.write(
      `memory of the ${name} from warm-up to end: ${stages.map(all => shown(all[index])).join(', ')}\n`
    );
  }
}

/** Resident bytes of a process, and of its children, which Linux tells. */
function memoryOf(pid) {
  const bytes = id => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096;
  return [bytes(pid), childrenOf(pid).reduce((sum, child) => sum + bytes(child), 0)];
}

/** CPU time in ms that a process has taken, and its children, which Linux tells. */
function cpuOf(pid) {
  const ticks = id => {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  return [ticks(pid), childrenOf(pid).reduce((sum, child) => sum + ticks(child), 0)];
}

function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
}

async function until(port, path) {
  for (;;) {
    const answer = await json(port, 'POST', path, { parameters: {} });
    if (answer.status === 'COMPLETED') {
      return answer;
    }
    if (answer.status !== 'RUNNING') {
      throw new Error(`${path}: ${JSON.stringify(answer)}`);
    }
    await pause(200);
  }
}

async function json(port, method, path, body) {
  const { status, text } = await send(port, method, path, body && JSON.stringify(body));
  if (status !== 200) {
    throw new Error(`${method} ${path}: ${status} ${text}`);
  }
  // Exact times: their digits go into texts.
  return JSON.parse(text.replace(/("(?:start|end)":\s*)(\d{16,})/g, '$1"$2"'));
}

async function send(port, method, path, body) {
  const sent = request({ agent, host: '127.0.0.1', port, path: `/tsp/api${path}`, method });
  sent.setHeader('content-type', 'application/json');
  sent.end(body);
  const [answer] = await once(sent, 'response');
  const chunks = [];
  for await (const chunk of answer) {
    chunks.push(chunk);
  }
  return { status: answer.statusCode, text: Buffer.concat(chunks).toString() };
}

/** Mulberry32: the same steps in each run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
