// `npm run bench [-- WORD]`: runs every benchmark whose path holds the word, one after the other.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { fail, ROOT, run, step } from './steps/run.mjs';

async function bench(word = '') {
  await install();
  await build();
  const benchmarks = readdirSync(join(ROOT, 'packages'))
    .map(name => `packages/${name}/bench`)
    .filter(folder => existsSync(join(ROOT, folder)))
    .flatMap(folder => readdirSync(join(ROOT, folder)).map(file => `${folder}/${file}`))
    .filter(file => file.endsWith('.bench.mjs') && file.includes(word));
  if (benchmarks.length === 0) {
    throw new Error(`No benchmark's path holds "${word}".`);
  }
  for (const file of benchmarks) {
    await step(file, () => run(process.execPath, ['--expose-gc', file]));
  }
}

bench(process.argv[2]).catch(fail);
