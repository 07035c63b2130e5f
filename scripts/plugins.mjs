// `npm run plugins`: downloads the plugins that the applications declare (`theiaPlugins`) into the folder `plugins` of each.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { install } from './steps/install.mjs';
import { fail, ROOT, step } from './steps/run.mjs';

/** What one answer of the extension registry may take: a question is asked up to five times. */
const DOWNLOAD_LIMIT_MS = 120_000;
/** How long a registry that is there takes to answer at all. */
const ANSWER_LIMIT_MS = 15_000;

async function plugins() {
  await install();
  const { theiaPlugins } = JSON.parse(readFileSync(join(ROOT, 'browser-app/package.json'), 'utf8'));
  const missing = Object.keys(theiaPlugins).filter(id => !existsSync(join(ROOT, 'browser-app/plugins', id)));
  for (const id of missing) {
    await reach(id, theiaPlugins[id]);
  }
  if (missing.length > 0) {
    await step(`Download ${missing.join(', ')}`, download);
  }
  // The same plugins run in both applications: one download is enough.
  for (const id of Object.keys(theiaPlugins)) {
    await cp(join(ROOT, 'browser-app/plugins', id), join(ROOT, 'electron-app/plugins', id), { recursive: true });
    console.log(`${id} is in plugins/ of both applications.`);
  }
}

/** @throws Error in one sentence when the plugin cannot be had: the downloader would ask on and on, and print stacks of calls */
async function reach(id, url) {
  const { host } = new URL(url);
  let reason;
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    reason = ok ? undefined : `it answers ${status}`;
  } catch (error) {
    reason = error.cause?.code ?? error.cause?.message ?? error.message;
  }
  if (reason !== undefined) {
    throw new Error(
      `${id} cannot be downloaded from ${host} (${reason}): everything else works without it; ` +
        `try again where ${host} can be reached, or unpack a VSIX of it into browser-app/plugins/${id}.`
    );
  }
}

/** Theia's own downloader, whose words are shown only when it fails. */
function download() {
  return new Promise((done, failed) => {
    const child = spawn('npx', ['theia', 'download:plugins'], {
      cwd: join(ROOT, 'browser-app'),
      shell: process.platform === 'win32',
      timeout: DOWNLOAD_LIMIT_MS
    });
    const words = [];
    child.stdout.on('data', text => words.push(String(text)));
    child.stderr.on('data', text => words.push(String(text)));
    child.on('error', failed);
    child.on('close', code =>
      code === 0 ? done() : failed(new Error(`The plugins could not be downloaded:\n${words.join('').trim()}`))
    );
  });
}

plugins().catch(fail);
