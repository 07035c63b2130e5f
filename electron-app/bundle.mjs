// Bundles the desktop application. `theia build` would first download electron's binary and replace its ffmpeg; neither is
// needed for the bundle, and neither can be had everywhere, so that step is left to `electron .` and to packaging.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { ApplicationPackageManager } = require('@theia/application-manager');

const keymap = join(dirname(require.resolve('native-keymap/package.json')), 'build/Release/keymapping.node');
if (!existsSync(keymap)) {
  console.error(
    'The desktop application reads the keyboard layout through native-keymap, which is not compiled yet: run\n' +
      '  apt-get install g++ make pkg-config libxkbfile-dev    (Debian; other systems: a C++ toolchain)\n' +
      '  npm rebuild --ignore-scripts=false native-keymap'
  );
  process.exit(1);
}

class BundleOnly extends ApplicationPackageManager {
  async prepareElectron() {}
}

const manager = new BundleOnly({ projectPath: dirname(fileURLToPath(import.meta.url)) });
await manager.build(['--mode', 'production'], { mode: 'production' });
