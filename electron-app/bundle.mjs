// Bundles the desktop application. `theia build` would first download electron's binary and replace its ffmpeg; neither is
// needed for the bundle, and neither can be had everywhere, so that step is left to `electron .` and to packaging.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const { ApplicationPackageManager } = createRequire(import.meta.url)('@theia/application-manager');

/**
 * What a window may load: files of the application, and what its backend serves on loopback. Theia and the validation of
 * parameters compile code at run time (`unsafe-eval`), and the editor sets styles (`unsafe-inline`).
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http://localhost:*",
  "font-src 'self' data:",
  "connect-src 'self' data: http://localhost:* ws://localhost:*",
  'frame-src http://localhost:* http://*.localhost:*',
  "base-uri 'none'",
  "form-action 'none'"
].join('; ');

class BundleOnly extends ApplicationPackageManager {
  async prepareElectron() {}
}

const manager = new BundleOnly({ projectPath: HERE });
await manager.build(['--mode', 'production'], { mode: 'production' });
for (const page of ['index.html', 'secondary-window.html']) {
  const path = join(HERE, 'lib/frontend', page);
  const html = await readFile(path, 'utf8');
  await writeFile(
    path,
    html.replace('<head>', `<head>\n  <meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
  );
}
