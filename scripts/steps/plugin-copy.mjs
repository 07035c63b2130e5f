import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * Puts the companion of the Trace Viewer among the plugins that an application runs by itself: what its bundle is made of, without the
 * analysis service, which the application has.
 * @param {string} application folder of the application
 */
export async function copyPlugin(application) {
  const copy = join(application, 'lib/plugins/tmll-plugin');
  await rm(copy, { recursive: true, force: true });
  for (const part of ['package.json', 'README.md', 'LICENSE', 'dist', 'resources']) {
    await cp(join(ROOT, 'packages/tmll-plugin', part), join(copy, part), { recursive: true });
  }
}
