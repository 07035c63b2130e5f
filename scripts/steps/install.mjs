import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, step } from './run.mjs';

const MARKER = join(ROOT, 'node_modules/.cache/tmll-installed');

/** Names what this machine lacks before npm says it in its own way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    throw new Error(
      `Node ${process.versions.node} is too old: TMLL for Theia needs 20.20 or newer (https://nodejs.org, or "npm install -g node@22").`
    );
  }
}

/** Installs the packages of the lock file, unless just these are installed already. */
export async function install() {
  checkNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) {
    return;
  }
  await step('Install packages (some minutes the first time)', () => run('npm', ['ci']));
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  writeFileSync(MARKER, wanted);
}
