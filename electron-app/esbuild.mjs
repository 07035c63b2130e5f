// Called by `bundle.mjs`: bundles frontend, backend and Electron's main script, and puts the analysis service beside the backend.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../scripts/steps/bundle.mjs';
import { copyService } from '../scripts/steps/service-copy.mjs';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { electronOptions } from './gen-esbuild.electron.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

await bundle([browserOptions, nodeOptions, electronOptions], watch);
await copyService(dirname(fileURLToPath(import.meta.url)));
