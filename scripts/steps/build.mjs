import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFresh } from './freshness.mjs';
import { ROOT, run, step } from './run.mjs';

/** Compiles all packages, then bundles the service and the browser application. */
export async function build() {
  await step('Compile', () => run('npx', ['tsc', '-b']));
  if (
    isFresh('browser-app/lib/backend/main.js', [
      'browser-app/package.json',
      'browser-app/esbuild.mjs',
      'browser-app/resources'
    ])
  ) {
    console.log('── The bundles are up to date');
    return;
  }
  await step('Bundle the service', () => run('node', ['packages/tmll-service/build.mjs']));
  await step('Bundle the companion of the Trace Viewer', () => run('node', ['packages/tmll-plugin/build.mjs']));
  await step('Bundle the browser application', bundleBrowserApp);
}

async function bundleBrowserApp() {
  // A production build leaves the source maps of an earlier development build behind.
  await rm(join(ROOT, 'browser-app/lib'), { recursive: true, force: true });
  await run('npx', ['theia', 'build', '--mode', 'production'], { cwd: join(ROOT, 'browser-app') });
}
