// `npm run start:electron [-- TRACE]`: installs, builds and starts the desktop application.
import { join, resolve } from 'node:path';
import { build } from './steps/build.mjs';
import { buildDesktop } from './steps/desktop.mjs';
import { electronBinary } from './steps/electron-binary.mjs';
import { install } from './steps/install.mjs';
import { fail, ROOT, run } from './steps/run.mjs';

async function start(traces) {
  await install();
  await build();
  await buildDesktop();
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined) {
    await electronBinary();
  }
  const env = { ...process.env, TMLL_SAMPLES: join(ROOT, 'samples') };
  await run('npx', ['electron', '.', ...traces], { cwd: join(ROOT, 'electron-app'), env });
}

start(process.argv.slice(2).map(path => resolve(process.env.INIT_CWD ?? process.cwd(), path))).catch(fail);
