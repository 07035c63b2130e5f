import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a command to its end with this process's output; SIGINT reaches it through the terminal's process group.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @throws Error that names the command and its exit code
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options
    });
    child.on('error', fail);
    child.on('exit', (code, signal) =>
      code === 0
        ? done()
        : fail(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? `exit code ${code}`}`))
    );
  });
}

/** Runs a step and prints what it is and how long it took. @param {string} title @param {() => Promise<unknown>} work */
export async function step(title, work) {
  const started = Date.now();
  console.log(`\n── ${title}`);
  await work();
  console.log(`── ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Ends the process with one line on standard error instead of a stack trace. @param {unknown} error */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
