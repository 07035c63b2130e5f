import type { EventType, FieldType, FieldValue, TraceEvent } from '../../trace/trace';
import { ValueColumn } from '../columns/value-column';
import { ProcessTable } from '../recording/process-table';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';
import { SplitColumn } from './split-column';

/** Fields that may split a type's series; more are not tried. */
const MAX_SPLITS = 3;
const HEXADECIMAL = 16;

/** A numeric field of an event type and its value in each event, NaN where an event has none. */
export interface NumericField {
    readonly name: string;
    readonly values: ValueColumn;
}

/** What was recorded of one event type: a row for each event, in the order of their times. */
export interface FieldRows {
    readonly type: EventType;
    readonly fields: readonly NumericField[];
    /** Fields that may tell series apart, the likeliest first. */
    readonly splits: readonly SplitColumn[];
    /** Process of each row as `ProcessTable` numbers it, -1 where unknown; undefined when the type has no such context. */
    readonly processes?: ValueColumn;
}

/**
 * A field that measures something: an integer or float. Integers that the tracer shows in hexadecimal are addresses or bit
 * masks, and LTTng's hidden lengths of sequences (`_msg_length`) only serve decoding.
 */
export function isNumeric({ name, kind, base }: FieldType): boolean {
    return (kind === 'integer' || kind === 'float') && base !== HEXADECIMAL && !/^_.+_length$/.test(name);
}

/** The values of all numeric fields of all event types. */
export class FieldTable implements Recorder {
    private readonly tables: FieldRows[] = [];

    constructor(private readonly recording: TraceRecording) {
        recording.of(ProcessTable);
    }

    /** The types that have numeric fields. */
    get types(): readonly FieldRows[] {
        return this.tables;
    }

    handlerOf(type: EventType): EventHandler | undefined {
        const fields = type.fields.filter(isNumeric).map(({ name }) => ({ name, values: new ValueColumn() }));
        if (fields.length === 0) {
            return undefined;
        }
        const splits = SplitColumn.candidates(type.fields).slice(0, MAX_SPLITS);
        const namesProcess = type.context.some(({ name }) => name === 'vpid' || name === 'procname');
        const processes = namesProcess ? new ValueColumn() : undefined;
        this.tables.push({ type, fields, splits, processes });
        const processTable = this.recording.of(ProcessTable);
        return (event: TraceEvent) => {
            for (const { name, values } of fields) {
                values.push(toFinite(event.fields[name]));
            }
            for (const split of splits) {
                split.push(event.fields[split.name]);
            }
            processes?.push(processTable.indexOf(event));
        };
    }
}

function toFinite(value: FieldValue | undefined): number {
    if (typeof value === 'number') {
        return Number.isFinite(value) ? value : NaN;
    }
    return typeof value === 'bigint' ? Number(value) : NaN;
}
