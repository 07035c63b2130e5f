import type { EventType, TraceEvent } from '../../trace/trace';
import { TimeColumn } from '../columns/time-column';
import { ValueColumn } from '../columns/value-column';
import { textOf } from '../field-access';
import type { OutputEntry, XyOutput } from '../output';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';
import { steps } from '../sample';

const ROOT = 'trace';
/** More lines than anybody looks at; names with numbers in them must not fill the memory. */
const MAX_COUNTERS = 10_000;

/** A counter over time: it has a value until the next one. */
interface Counter {
    /** Process, name of the counter, and of its value. */
    readonly path: readonly string[];
    readonly times: TimeColumn;
    readonly values: ValueColumn;
}

function isCounter({ phase }: EventType): boolean {
    return phase === 'C';
}

/** The values of counters of trace events (C): each of an event's numbers, by process. */
export class Counters implements Recorder {
    private readonly counters = new Map<string, Counter>();

    constructor(_recording: TraceRecording) {}

    get all(): readonly Counter[] {
        return [...this.counters.values()];
    }

    handlerOf(type: EventType): EventHandler | undefined {
        return isCounter(type) ? event => this.add(event) : undefined;
    }

    private add({ time, type, fields, context }: TraceEvent): void {
        const id = textOf(fields, 'id');
        const process = textOf(context, 'process_name') ?? String(context.pid ?? '');
        const name = id === undefined ? type.name : `${type.name} ${id}`;
        for (const field of type.fields) {
            const value = fields[field.name];
            if (typeof value === 'number' || typeof value === 'bigint') {
                const counter = this.counterOf([process, name, field.name]);
                counter?.times.push(time);
                counter?.values.push(Number(value));
            }
        }
    }

    private counterOf(path: readonly string[]): Counter | undefined {
        const key = path.join('\0');
        let counter = this.counters.get(key);
        if (!counter && this.counters.size < MAX_COUNTERS) {
            counter = { path, times: new TimeColumn(), values: new ValueColumn() };
            this.counters.set(key, counter);
        }
        return counter;
    }
}

/** Counters of trace events over time. */
export const counters: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.analysis.counters.core.CounterDataProvider',
        name: 'Counters',
        description: 'Show a tree of performance counters and XY series mapping the value of each counter to time',
        type: 'TREE_TIME_XY'
    },
    recorders: [Counters],
    appliesTo: types => types.some(isCounter),
    tree(recording) {
        const entries = new Map<string, OutputEntry>();
        entries.set(ROOT, { key: ROOT, labels: [recording.name], hasData: false });
        recording.of(Counters).all.forEach(({ path }, index) => {
            let parent = ROOT;
            path.forEach((label, level) => {
                const isSeries = level === path.length - 1;
                const key = isSeries ? String(index) : `${parent}>${label}`;
                entries.set(key, { key, parent, labels: [label], hasData: isSeries });
                parent = key;
            });
        });
        return { headers: [], entries: [...entries.values()] };
    },
    series(recording, key, sampling) {
        const counter = recording.of(Counters).all.at(Number(key));
        if (!counter || Number.isNaN(Number(key))) {
            return undefined;
        }
        const { path, times, values } = counter;
        return {
            name: [recording.name, ...path].join('/'),
            values: steps(sampling, time => {
                const rank = times.countUpTo(time);
                return rank === 0 ? undefined : values.at(rank - 1);
            }),
            unit: ''
        };
    }
};
