/**
 * Bundles the plugin from its sources into one file, in `dist`; the host brings `vscode`.
 *
 *     node build.mjs [--out FOLDER]
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(HERE, 'dist') } } });

rmSync(values.out, { recursive: true, force: true });
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
  outdir: values.out
});
