import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The sample traces that come with the repository. */
export const SAMPLES = resolve(__dirname, '../../../../samples');

/** Folders of traces with an `oracle.json`: all shared ones where they are at hand, else the samples. */
export function tracesWithOracle(): string[] {
    const folder = join(process.env.TMLL_SHARED ?? resolve(__dirname, '../../../../../shared'), 'traces');
    if (!existsSync(folder)) {
        process.stderr.write(`No traces in ${folder}: only the samples are tested; set TMLL_SHARED.\n`);
    }
    const root = existsSync(folder) ? folder : SAMPLES;
    return readdirSync(root)
        .map(name => join(root, name))
        .filter(path => existsSync(join(path, 'oracle.json')));
}
