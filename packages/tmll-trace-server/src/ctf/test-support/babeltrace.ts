import { spawnSync } from 'node:child_process';

/** Without it the tests against it are skipped, which is said once. */
export const isBabeltraceInstalled = spawnSync('babeltrace2', ['--version']).status === 0;

if (!isBabeltraceInstalled) {
    process.stderr.write('babeltrace2 is not installed: tests against it are skipped.\n');
}

/**
 * The first events of a trace, a line for each, as `babeltraceText` prints them.
 *
 * @param count how many; all by default
 */
export function babeltraceLines(path: string, count?: number): string[] {
    const options = '--names=all --fields=loglevel --no-delta --clock-seconds';
    const command = `babeltrace2 ${options} "$0" ${count === undefined ? '' : `2>/dev/null | head -n ${count}`}`;
    const { stdout, stderr, status } = spawnSync('sh', ['-c', command, path], { encoding: 'utf8', maxBuffer: 1 << 30 });
    if (status !== 0) {
        throw new Error(`babeltrace2 cannot read ${path}: ${stderr}`);
    }
    return stdout
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/loglevel = \w+ \((-?\d+)\)/, 'loglevel = $1'));
}
