import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command } from 'commander';
import { Trace, TraceEvent } from 'tmll-trace-server';
import { addClockOptions, ClockOptions } from '../clock-options';
import { CliContext } from '../context';
import { EventCounts } from '../event-counts';
import { eventToJson, eventToText } from '../event-format';
import { openTraces } from '../open-traces';
import { checkOrder, parseCount, parseNs } from '../option-values';

interface EventsOptions extends ClockOptions {
    readonly count?: boolean;
    readonly from?: bigint;
    readonly to?: bigint;
    readonly limit?: number;
    readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  tmll events trace --count
  tmll events trace --limit 20
  tmll events web.json web-kernel --offset web.json=+5ms
  tmll events trace --from 1795424298201926749 --to 1795424299201926749 --json

It reads the files itself, without a trace server.
`;

/** So many events are read before signals are looked at. */
const TURN = 8192;

/** `tmll events`: the events of traces, or how many there are. */
export function addEvents(program: Command, context: CliContext): void {
    const command = program
        .command('events')
        .description('print or count the events of traces')
        .argument('<TRACE...>', 'trace folders or files, or folders that hold traces somewhere below')
        .option('--count', 'count the events of each type instead of printing them')
        .option('--from <NS>', 'ns since the epoch of the first time', parseNs)
        .option('--to <NS>', 'ns since the epoch of the last time', parseNs)
        .option('--limit <N>', 'at most so many events', parseCount)
        .option('--json', 'print one JSON document')
        .addHelpText('after', EXAMPLES);
    addClockOptions(command).action(async (paths: string[], options: EventsOptions) => {
        checkOrder(options);
        const trace = await openTraces(paths, options, message => context.say(message));
        const run = options.count ? count : options.json ? printJson : printText;
        try {
            await run(trace, options, context);
        } finally {
            trace.warnings.forEach(({ file, message }) => context.say(`${file}: ${message}`));
        }
    });
}

async function count(trace: Trace, options: EventsOptions, context: CliContext): Promise<void> {
    const counts = new EventCounts();
    await eachEvent(trace, options, context, event => {
        counts.add(event);
        return false;
    });
    await context.out.write(options.json ? counts.toJson(trace) : counts.toText(trace));
}

async function printText(trace: Trace, options: EventsOptions, context: CliContext): Promise<void> {
    await eachEvent(trace, options, context, event => context.out.add(`${eventToText(event, trace.origin)}\n`));
}

/** The document is closed also when reading fails half-way: what was printed can be read, the exit status tells the rest. */
async function printJson(trace: Trace, options: EventsOptions, context: CliContext): Promise<void> {
    let separator = '';
    await context.out.write('{"events":[');
    try {
        await eachEvent(trace, options, context, event => {
            const text = separator + eventToJson(event, trace.origin);
            separator = ',\n';
            return context.out.add(text);
        });
    } finally {
        await context.out.write(']}\n');
    }
}

/** Reads events one by one; `take` tells whether the output wants to be flushed. */
async function eachEvent(
    trace: Trace,
    { from, to, limit = Infinity }: EventsOptions,
    { out, signal }: CliContext,
    take: (event: TraceEvent) => boolean
): Promise<void> {
    const cursor = trace.read({ from: offset(trace, from), to: offset(trace, to) });
    try {
        for (let taken = 0; taken < limit; taken++) {
            const event = cursor.next();
            if (event === undefined) {
                return;
            }
            if (take(event)) {
                await out.flush();
            }
            if (taken % TURN === TURN - 1) {
                await nextTurn();
                signal.throwIfAborted();
            }
        }
    } finally {
        cursor.close();
    }
}

/** Offsets are exact within 104 days of the trace's origin; beyond, only the order matters. */
function offset({ origin }: Trace, ns?: bigint): number | undefined {
    return ns === undefined ? undefined : Number(ns - origin);
}
