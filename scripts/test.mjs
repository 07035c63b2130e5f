// `npm test`: installs, builds, and runs every check and test, those in a browser included.
import { build } from './steps/build.mjs';
import { chromium } from './steps/chromium.mjs';
import { buildDesktop } from './steps/desktop.mjs';
import { install } from './steps/install.mjs';
import { fail, run, step } from './steps/run.mjs';

async function test() {
  await install();
  await build();
  await buildDesktop();
  await step('Lint', () => run('npm', ['run', '--silent', 'lint']));
  await step('Formatting', () => run('npm', ['run', '--silent', 'format:check']));
  await step('Unit tests', () => run('npx', ['jest']));
  const browser = await chromium();
  await step('Browser tests', () =>
    run('npm', ['run', '--silent', 'test:e2e'], { env: { ...process.env, CHROMIUM_PATH: browser } })
  );
}

test().catch(fail);
