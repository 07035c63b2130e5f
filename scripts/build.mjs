import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { fail } from './steps/run.mjs';

install().then(build).catch(fail);
