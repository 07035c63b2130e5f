// `npm run package:electron [-- OPTIONS]`: installs, builds and packages the desktop application for this system, into
// electron-app/dist. The options are electron-builder's: `--dir` makes the layout alone, `--arm64` another architecture.
import { join } from 'node:path';
import { build } from './steps/build.mjs';
import { buildDesktop } from './steps/desktop.mjs';
import { install } from './steps/install.mjs';
import { fail, ROOT, run, step } from './steps/run.mjs';

async function pack(options) {
  await install();
  await build();
  await buildDesktop();
  await step('Package the desktop application', () =>
    run('npx', ['electron-builder', '--publish', 'never', ...options], { cwd: join(ROOT, 'electron-app') })
  );
}

pack(process.argv.slice(2)).catch(fail);
