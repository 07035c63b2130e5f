import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { fail } from './lib/run.mjs';

install().then(build).catch(fail);
