import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run, step } from './run.mjs';

const BUNDLE = 'browser-app/lib/backend/main.js';

/** Compiles all packages, then bundles the service and the browser application. */
export async function build() {
  await step('Compile', () => run('npx', ['tsc', '-b']));
  if (isFresh()) {
    console.log('── The bundles are up to date');
    return;
  }
  await step('Bundle the service', () => run('node', ['packages/tmll-service/build.mjs']));
  await step('Bundle the browser application', bundleBrowserApp);
}

async function bundleBrowserApp() {
  // A production build leaves the source maps of an earlier development build behind.
  await rm(join(ROOT, 'browser-app/lib'), { recursive: true, force: true });
  await run('npx', ['theia', 'build', '--mode', 'production'], { cwd: join(ROOT, 'browser-app') });
}

/** Whether the bundle is younger than everything that goes into it. */
function isFresh() {
  const bundle = join(ROOT, BUNDLE);
  if (!existsSync(bundle)) {
    return false;
  }
  const built = statSync(bundle).mtimeMs;
  const inputs = [
    'package-lock.json',
    'browser-app/package.json',
    'browser-app/esbuild.mjs',
    'packages/tmll-service/build.mjs',
    ...readdirSync(join(ROOT, 'packages')).flatMap(name => [`packages/${name}/lib`, `packages/${name}/style`])
  ];
  return inputs.every(input => newest(join(ROOT, input)) < built);
}

/** The latest change below a path, 0 where there is nothing. */
function newest(path) {
  if (!existsSync(path)) {
    return 0;
  }
  const entry = statSync(path);
  if (!entry.isDirectory()) {
    return entry.mtimeMs;
  }
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
