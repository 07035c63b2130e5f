import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** What goes into the bundle of either application, beside its own files. */
const SHARED_INPUTS = ['package-lock.json', 'packages/tmll-service/build.mjs', 'scripts/steps'];

/**
 * Whether the bundle of an application is younger than everything that goes into it.
 * @param {string} bundle a file of it, from the root @param {string[]} inputs files and folders of the application, from the root
 */
export function isFresh(bundle, inputs) {
  const file = join(ROOT, bundle);
  if (!existsSync(file)) {
    return false;
  }
  const built = statSync(file).mtimeMs;
  const packages = readdirSync(join(ROOT, 'packages')).flatMap(name => [
    `packages/${name}/lib`,
    `packages/${name}/style`
  ]);
  return [...SHARED_INPUTS, ...inputs, ...packages].every(input => newest(join(ROOT, input)) < built);
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
