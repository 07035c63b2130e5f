import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Names the code that makes recordings: a change of it may keep something else. In a bundle that is the worker's script; in the package, all
 * its scripts.
 *
 * @param script of the worker
 */
export function programDigest(script: string): string {
    const root = dirname(dirname(dirname(script)));
    const isPackage = basename(root) === 'lib' && existsSync(join(root, 'outputs'));
    const files = isPackage
        ? readdirSync(root, { recursive: true, encoding: 'utf8' })
              .filter(name => name.endsWith('.js') && !name.endsWith('.spec.js'))
              .sort()
              .map(name => join(root, name))
        : [script];
    const hash = createHash('sha256');
    files.forEach(file => hash.update(readFileSync(file)));
    return hash.digest('hex');
}
