// Called by `bundle.mjs`: bundles frontend, backend and Electron's main script, and puts the analysis service beside the backend.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { copyService } from '../scripts/steps/service-copy.mjs';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { electronOptions } from './gen-esbuild.electron.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

const contexts = await Promise.all(
  [browserOptions, nodeOptions, electronOptions].map(options => esbuild.context(options))
);
if (watch) {
  await copyService(HERE);
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
  await copyService(HERE);
}
