// Called by `theia build`: bundles frontend and backend, and puts the analysis service beside the backend that starts it, and the
// companion of the Trace Viewer among the plugins.
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../scripts/steps/bundle.mjs';
import { copyPlugin } from '../scripts/steps/plugin-copy.mjs';
import { copyService } from '../scripts/steps/service-copy.mjs';
import { browserOptions, watch } from './gen-esbuild.browser.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

await bundle([browserOptions, nodeOptions], watch);
await copyService(HERE);
await copyPlugin(HERE);
// Browsers ask for it by this name.
await cp(join(HERE, 'resources/favicon.ico'), join(HERE, 'lib/frontend/favicon.ico'));
