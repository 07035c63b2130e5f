// What an XY answer costs, decoded while it arrives and through tsp-typescript-client: `npm run bench xy-decoder`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { createTspClient, fetchXyColumns, QueryHelper, unwrap } = createRequire(import.meta.url)('..');

const RUNS = 9;

const WAYS = {
  fetchXyColumns: url => fetchXyColumns(url, 'e', 'o', { start: 1448652394359148425n, end: 0n, nbTimes: 2, items: [] }),
  'HttpTspClient.fetchXY': async url => unwrap(await createTspClient(url).fetchXY('e', 'o', QueryHelper.query({})))
};

/** Each way has a process of its own, since the peak of memory is that of a process. */
if (process.argv[2] in WAYS) {
  await measure(WAYS[process.argv[2]], process.argv[3]);
} else {
  await compare();
}

async function measure(way, url) {
  const before = process.memoryUsage().rss;
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    await way(url);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const median = times.sort((a, b) => a - b)[RUNS >> 1];
  process.send({ median, peak: process.resourceUsage().maxRSS * 1024 - before });
}

async function compare() {
  const server = fork(fileURLToPath(new URL('xy-answer.mjs', import.meta.url)));
  try {
    const [{ port, bytes, points }] = await once(server, 'message');
    process.stdout.write(`An answer of ${points} points, ${(bytes / 1e6).toFixed(1)} MB; median of ${RUNS} runs\n`);
    for (const name of Object.keys(WAYS)) {
      const child = fork(fileURLToPath(import.meta.url), [name, `http://127.0.0.1:${port}`]);
      const [{ median, peak }] = await once(child, 'message');
      child.kill();
      process.stdout.write(
        `${name.padEnd(24)}${median.toFixed(0).padStart(6)} ms CPU, ${(peak / 1e6).toFixed(0)} MB more\n`
      );
    }
  } finally {
    server.kill();
  }
}
