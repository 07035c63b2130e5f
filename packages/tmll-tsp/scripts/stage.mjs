// Makes the folder that is published: `node packages/tmll-tsp/scripts/stage.mjs [FOLDER]`, without one packages/tmll-tsp/dist.
//
// tsp-typescript-client takes json-bigint from a git repository. Inside this repository the root's override replaces it;
// overrides do not reach those who install our package, so it carries tsp-typescript-client with all that belongs to it.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const CARRIED = 'tsp-typescript-client';

/** What of a carried package is of no use to who installs it. */
const LEFT_OUT = /[/\\](node_modules|src|fixtures|__tests__)$|\.map$|\.test\.(js|d\.ts)$/;

stage(resolve(process.argv[2] ?? join(PACKAGE, 'dist')));

/** @param {string} target is replaced */
function stage(target) {
  rmSync(target, { recursive: true, force: true });
  cpSync(join(PACKAGE, 'lib'), join(target, 'lib'), { recursive: true });
  cpSync(join(PACKAGE, 'src'), join(target, 'src'), { recursive: true });
  const own = readJson(PACKAGE);
  writeJson(target, { ...own, publishConfig: { access: 'public' }, bundleDependencies: [CARRIED] });
  carry(CARRIED, PACKAGE, target);
}

/**
 * Copies an installed package and, below it, all that it needs.
 * @param {string} name @param {string} from a folder that can import it @param {string} to
 * @returns {string} its version
 */
function carry(name, from, to) {
  const source = folderOf(name, from);
  const target = join(to, 'node_modules', name);
  cpSync(source, target, {
    recursive: true,
    dereference: true,
    filter: path => path === source || !LEFT_OUT.test(path)
  });
  const manifest = readJson(source);
  const dependencies = Object.keys(manifest.dependencies ?? {}).map(each => [each, carry(each, source, target)]);
  writeJson(target, { ...manifest, dependencies: Object.fromEntries(dependencies) });
  return manifest.version;
}

/** @param {string} name @param {string} from */
function folderOf(name, from) {
  for (const modules of createRequire(join(from, 'package.json')).resolve.paths(`${name}/package.json`) ?? []) {
    try {
      readJson(join(modules, name));
      return join(modules, name);
    } catch (error) {
      if (error.code !== 'ENOENT') {
        throw error;
      }
    }
  }
  throw new Error(`${name} is not installed; run npm ci first.`);
}

/** @param {string} folder */
function readJson(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** @param {string} folder @param {object} manifest */
function writeJson(folder, manifest) {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
