import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps/run.mjs';

const projects = [
  ...readdirSync(join(ROOT, 'packages')).map(name => `packages/${name}`),
  'browser-app',
  'electron-app',
  'e2e'
];
for (const project of projects) {
  for (const made of ['lib', 'dist', 'src-gen', 'gen-esbuild.browser.mjs', 'gen-esbuild.node.mjs', 'test-results']) {
    const path = join(ROOT, project, made);
    if (existsSync(path)) {
      rmSync(path, { recursive: true });
    }
  }
}
