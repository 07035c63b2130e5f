import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFresh } from './freshness.mjs';
import { ROOT, run, step } from './run.mjs';

const KEYMAP = join(ROOT, 'node_modules/native-keymap/build/Release/keymapping.node');
const DEBIAN_PACKAGES = ['g++', 'make', 'pkg-config', 'python3', 'libx11-dev', 'libxkbfile-dev'];

/**
 * Bundles the desktop application, whose one native module is compiled first. Wants the packages to be built.
 * @throws Error that says what the machine lacks, when the module cannot be compiled
 */
export async function buildDesktop() {
  if (!existsSync(KEYMAP)) {
    await step('Compile the native module of the desktop application', compileKeymap);
  }
  if (
    isFresh('electron-app/lib/backend/main.js', [
      'electron-app/package.json',
      'electron-app/esbuild.mjs',
      'electron-app/bundle.mjs'
    ])
  ) {
    console.log('── The bundle of the desktop application is up to date');
    return;
  }
  await step('Bundle the desktop application', async () => {
    await rm(join(ROOT, 'electron-app/lib'), { recursive: true, force: true });
    await run('node', ['bundle.mjs'], { cwd: join(ROOT, 'electron-app') });
  });
}

/** The desktop application reads the keyboard's layout through `native-keymap`, which comes as C++. */
async function compileKeymap() {
  const isDebianAsRoot = process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianAsRoot && !existsSync('/usr/include/X11/extensions/XKBfile.h')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['-qq', 'update']);
    await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES], { env });
  }
  try {
    await run('npm', ['rebuild', '--ignore-scripts=false', 'native-keymap']);
  } catch (error) {
    throw new Error(
      `The desktop application needs native-keymap, which cannot be compiled here (${error.message}): install a C++ toolchain; on Debian "apt-get install ${DEBIAN_PACKAGES.join(' ')}".`,
      { cause: error }
    );
  }
}
