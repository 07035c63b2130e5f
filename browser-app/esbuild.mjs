// Called by `theia build`: bundles frontend and backend, and puts the analysis service beside the backend that starts it.
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { copyService } from '../scripts/steps/service-copy.mjs';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Browsers ask for it by this name. */
async function copyIcon() {
  await cp(join(HERE, 'resources/favicon.ico'), join(HERE, 'lib/frontend/favicon.ico'));
}

const contexts = [await esbuild.context(browserOptions), await esbuild.context(nodeOptions)];
if (watch) {
  await Promise.all([copyService(HERE), copyIcon()]);
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
  await Promise.all([copyService(HERE), copyIcon()]);
}
