// Called by `theia build`: bundles frontend and backend, and puts the analysis service beside the backend that starts it.
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const service = join(dirname(createRequire(import.meta.url).resolve('tmll-service/package.json')), 'dist');
const serviceCopy = join(HERE, 'lib/backend/tmll-service');

/** The service is a process of its own: it is copied as it was built, never bundled into the backend. */
async function copyService() {
  await rm(serviceCopy, { recursive: true, force: true });
  await cp(service, serviceCopy, { recursive: true });
}

/** Browsers ask for it by this name. */
async function copyIcon() {
  await cp(join(HERE, 'resources/favicon.ico'), join(HERE, 'lib/frontend/favicon.ico'));
}

const contexts = [await esbuild.context(browserOptions), await esbuild.context(nodeOptions)];
if (watch) {
  await Promise.all([copyService(), copyIcon()]);
  await Promise.all(contexts.map(context => context.watch()));
} else {
  try {
    for (const context of contexts) {
      await context.rebuild();
      await context.dispose();
    }
  } catch {
    // esbuild has told what is wrong.
    process.exit(1);
  }
  await Promise.all([copyService(), copyIcon()]);
}
