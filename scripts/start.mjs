// `npm start [-- TRACE...]`: installs, builds and starts the browser application on loopback. Needs nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answering } from './steps/answering.mjs';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { freePort } from './steps/port.mjs';
import { fail, ROOT } from './steps/run.mjs';

const START_LIMIT_MS = 120_000;

async function start(traces) {
  const missing = traces.find(path => !existsSync(path));
  if (missing !== undefined) {
    throw new Error(`There is no trace at ${missing}: give the path of a trace folder or file.`);
  }
  await install();
  await build();
  const port = await freePort(Number(process.env.PORT ?? 3000));
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(
    process.execPath,
    [join(ROOT, 'browser-app/lib/backend/main.js'), '--hostname', '127.0.0.1', '--port', String(port)],
    {
      cwd: join(ROOT, 'browser-app'),
      stdio: 'inherit',
      env: {
        ...process.env,
        TMLL_SAMPLES: join(ROOT, 'samples'),
        TMLL_TRACES: JSON.stringify(traces)
      }
    }
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => server.kill(signal));
  }
  server.on('exit', code => process.exit(code ?? 0));
  await answering(address, START_LIMIT_MS);
  console.log(`\nTMLL for Theia is ready: ${address}\nPress Ctrl+C to stop.`);
}

start(process.argv.slice(2).map(path => resolve(process.env.INIT_CWD ?? process.cwd(), path))).catch(fail);
