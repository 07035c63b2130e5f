import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * Puts the analysis service beside the backend of an application. It is a process of its own: copied as it was built, never
 * bundled into the backend.
 * @param {string} application folder of the application
 */
export async function copyService(application) {
  const copy = join(application, 'lib/backend/tmll-service');
  await rm(copy, { recursive: true, force: true });
  await cp(join(ROOT, 'packages/tmll-service/dist'), copy, { recursive: true });
}
