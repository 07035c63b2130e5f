// `npm run build:electron`: installs, compiles, and bundles the desktop application.
import { build } from './steps/build.mjs';
import { buildDesktop } from './steps/desktop.mjs';
import { install } from './steps/install.mjs';
import { fail } from './steps/run.mjs';

install().then(build).then(buildDesktop).catch(fail);
