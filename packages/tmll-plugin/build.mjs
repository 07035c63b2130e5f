// Bundles the plugin into one file; the host brings `vscode`.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

rmSync(join(HERE, 'dist'), { recursive: true, force: true });
await build({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'linked',
  logLevel: 'warning',
  external: ['vscode'],
  alias: { 'tmll-service/protocol': join(HERE, '../tmll-service/src/protocol/index.ts') },
  entryPoints: [join(HERE, 'src/extension.ts')],
  outdir: join(HERE, 'dist')
});
