import { Command, InvalidArgumentError } from 'commander';
import { formatDuration, parseDuration } from 'tmll-analysis/algorithms';
import { alignTraces, shiftTrace, Trace } from 'tmll-trace-server';
import { UsageError } from './exit-status';

/** How traces are set on one clock. */
export interface ClockOptions {
    readonly offset?: readonly TraceOffset[];
    readonly align?: boolean;
}

/** How much later the times of a trace are to be. */
export interface TraceOffset {
    readonly name: string;
    readonly ns: bigint;
}

/** Adds `--offset` and `--align`. */
export function addClockOptions(command: Command): Command {
    return command
        .option(
            '--offset <NAME=DURATION>',
            'add to all times of a trace, e.g. web=+5ms or db=-1.5s; may be repeated',
            parseOffset
        )
        .option('--align', 'set traces of several hosts on the clock of the first one by packets that both recorded');
}

/** `web=+5ms` */
export function parseOffset(text: string, before: readonly TraceOffset[] = []): TraceOffset[] {
    const [, name, sign, duration] = /^(.+)=\s*([+-]?)(.+)$/.exec(text) ?? [];
    try {
        if (name === undefined) {
            throw new Error('Write the name of a trace and a duration, such as web=+5ms.');
        }
        const ns = parseDuration(duration);
        return [...before, { name, ns: sign === '-' ? -ns : ns }];
    } catch (error) {
        throw new InvalidArgumentError((error as Error).message);
    }
}

/**
 * Sets traces on one clock as the options say.
 *
 * @param say is told what was found out about clocks
 * @throws UsageError when there is no trace of a name; TraceError when traces cannot be aligned
 */
export function onOneClock(
    traces: readonly Trace[],
    { offset = [], align = false }: ClockOptions,
    say: (message: string) => void
): Trace[] {
    const unknown = offset.find(({ name }) => !traces.some(trace => isCalled(trace, name)));
    if (unknown) {
        const names = traces.map(({ name }) => name).join(', ');
        throw new UsageError(`There is no trace "${unknown.name}" to move; the traces are: ${names}.`);
    }
    const shifted = traces.map(trace =>
        offset.filter(({ name }) => isCalled(trace, name)).reduce((moved, { ns }) => shiftTrace(moved, ns), trace)
    );
    if (!align || traces.length < 2) {
        return shifted;
    }
    return alignTraces(shifted).map(({ trace, clock }) => {
        if (clock) {
            const { offset: ns, uncertainty, packets, drifts } = clock;
            const sign = ns < 0n ? '-' : '+';
            const known = uncertainty === undefined ? 'packets went one way only' : `± ${formatDuration(uncertainty)}`;
            say(`${trace.name}: ${sign}${formatDuration(ns < 0n ? -ns : ns)} (${known}) by ${packets} packets.`);
            if (drifts) {
                say(
                    `${trace.name}: its clock runs faster or slower than that of the first trace; times are off by as much.`
                );
            }
        }
        return trace;
    });
}

function isCalled({ name, path }: Trace, wanted: string): boolean {
    return name === wanted || path === wanted || path.endsWith(`/${wanted}`);
}
