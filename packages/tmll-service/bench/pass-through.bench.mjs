// What the service adds to a request to the trace server: `npm run bench pass-through`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const REQUESTS = 1000;
const AGENT = new Agent({ keepAlive: true });
const ANSWERS = { '/tsp/api/health': Buffer.from('{"status":"UP"}'), '/tsp/api/megabyte': Buffer.alloc(1e6, 65) };

const folder = mkdtempSync(join(tmpdir(), 'tmll-bench-'));
const server = createServer((request, response) => response.end(ANSWERS[request.url])).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address();
const script = fileURLToPath(new URL('../dist/service.js', import.meta.url));
const service = fork(script, ['--data-dir', folder, '--upstream', `http://127.0.0.1:${port}`]);
try {
  const [lock] = await once(service, 'message');
  for (const [path, { length }] of Object.entries(ANSWERS)) {
    // In turns, so that what else the machine does meets both alike.
    const [direct, through] = [[], []];
    for (let count = 0; count < REQUESTS; count++) {
      direct.push(await milliseconds(port, path));
      through.push(await milliseconds(lock.port, path));
    }
    const [without, withService] = [median(direct), median(through)];
    process.stdout.write(
      `An answer of ${length} bytes: ${without.toFixed(2)} ms, through the service ${withService.toFixed(2)} ms, ` +
        `added ${(withService - without).toFixed(2)} ms (medians of ${REQUESTS})\n`
    );
  }
} finally {
  service.kill();
  await once(service, 'exit');
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
}

/** Time from the request to the last byte of its answer. */
async function milliseconds(port, path) {
  const start = performance.now();
  const [answer] = await once(get({ agent: AGENT, host: '127.0.0.1', port, path }), 'response');
  answer.resume();
  await once(answer, 'end');
  return performance.now() - start;
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}
