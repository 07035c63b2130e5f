import { spawnSync } from 'node:child_process';
import { openCtfTrace } from './open-traces';
import { babeltraceText } from './test-support/babeltrace-text';
import { KnownTrace, sharedTraces } from './test-support/shared-traces';

const installed = spawnSync('babeltrace2', ['--version']).status === 0;
if (!installed) {
    process.stderr.write('babeltrace2 is not installed: fields are not compared with it.\n');
}

/** Enough for every trace to show all its common types; the largest has 123,609 events. */
const MAX_EVENTS = 20_000;

const traces: KnownTrace[] = installed ? sharedTraces() : [];

(traces.length > 0 ? describe : describe.skip)('fields against babeltrace2', () => {
    test.each(traces.map(trace => [trace.name, trace] as const))('%s: every line equals', async (_, { path }) => {
        const trace = await openCtfTrace(path);
        const cursor = trace.read();
        const ours: string[] = [];
        for (let event = cursor.next(); event && ours.length < MAX_EVENTS; event = cursor.next()) {
            ours.push(babeltraceText(event, trace.origin));
        }
        cursor.close();

        expect(inFileOrder(ours)).toEqual(inFileOrder(babeltraceLines(path, ours.length)));
    });

    test('traces were found', () => expect(traces).toHaveLength(24));
});

function babeltraceLines(path: string, count: number): string[] {
    const options = ['--names=all', '--fields=loglevel', '--no-delta', '--clock-seconds'];
    const command = `babeltrace2 ${options.join(' ')} "$0" 2>/dev/null | head -n ${count}`;
    const { stdout } = spawnSync('sh', ['-c', command, path], { encoding: 'utf8', maxBuffer: 1 << 30 });
    return stdout
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/loglevel = \w+ \((\d+)\)/, 'loglevel = $1'));
}

/** Events of the same time have no order of their own: they are compared in that of their text. */
function inFileOrder(lines: readonly string[]): string[] {
    return [...lines].sort();
}
