import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT, run, step } from './run.mjs';

const require = createRequire(join(ROOT, 'electron-app/package.json'));

/** Brings Electron's binary, which is no part of its package. @throws Error that says so when it cannot be had */
export async function electronBinary() {
  const folder = dirname(require.resolve('electron/package.json'));
  if (existsSync(join(folder, 'path.txt'))) {
    return;
  }
  try {
    await step('Download Electron', () => run('node', [join(folder, 'install.js')]));
  } catch (error) {
    throw new Error(
      `Electron's binary cannot be downloaded (${error.message}): connect to the internet once, or name a copy by ELECTRON_OVERRIDE_DIST_PATH.`,
      { cause: error }
    );
  }
}
