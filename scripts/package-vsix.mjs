// `npm run package:vsix`: installs, builds and packages the companion of the Trace Viewer with its service, into
// dist/tmll-plugin-<version>.vsix, for VS Code and for every Theia application.
import { install } from './steps/install.mjs';
import { fail, run, step } from './steps/run.mjs';
import { packVsix } from './steps/vsix.mjs';

async function pack() {
  await install();
  await step('Compile', () => run('npx', ['tsc', '-b']));
  await step('Bundle the service', () => run('node', ['packages/tmll-service/build.mjs']));
  await step('Bundle the plugin', () => run('node', ['packages/tmll-plugin/build.mjs']));
  await step('Package the plugin', async () => console.log(await packVsix()));
}

pack().catch(fail);
