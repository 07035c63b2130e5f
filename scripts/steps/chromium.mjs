import { existsSync } from 'node:fs';
import { run, step } from './run.mjs';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** Path of a Chromium for the browser tests; installs Debian's where that is possible. @returns {Promise<string>} */
export async function chromium() {
  let found = find();
  if (found === undefined && process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Install Chromium', async () => {
      await run('apt-get', ['-qq', 'update']);
      await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      });
    });
    found = find();
  }
  if (found === undefined) {
    throw new Error(
      'The browser tests need Chromium: install it ("apt-get install chromium" on Debian), or set CHROMIUM_PATH to a Chromium or Chrome.'
    );
  }
  return found;
}

function find() {
  return CANDIDATES.find(path => path !== undefined && existsSync(path));
}
