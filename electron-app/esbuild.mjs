// Called by `bundle.mjs`: bundles frontend, backend and Electron's main script, and puts the analysis service beside the
// backend and the companion of the Trace Viewer among the plugins.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../scripts/steps/bundle.mjs';
import { copyPlugin } from '../scripts/steps/plugin-copy.mjs';
import { copyService } from '../scripts/steps/service-copy.mjs';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { electronOptions } from './gen-esbuild.electron.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

await bundle([browserOptions, nodeOptions, electronOptions], watch);
await copyService(HERE);
await copyPlugin(HERE);
