import { EventBatch, EventQuery, EventSink, EventStreamEnd } from 'tmll-tsp';
import { TableRow } from '../fetch-table';
import { Output } from '../output';
import { SelectionError } from '../selection-error';
import { numberOf, parseContents, textOf } from './parse-contents';

/** The table of all events, as Trace Compass and TMLL's own trace server have it. */
const EVENTS_TABLE = 'TmfEventTableDataProvider';
const TYPE = 'Event type';
const CONTENTS = 'Contents';
const TIME = 'Timestamp ns';
const BATCH_ROWS = 8192;
/** Fields whose values are texts; all others are numbers. */
const TEXT_FIELDS = new Set(['path', 'procname', 'build_id', 'context.procname', 'context.comm', 'filename']);
const LOST = 'Lost event';

/** The output that lists all events. @throws SelectionError when there is none */
export function eventsTable(outputs: readonly Output[]): Output {
    const table = outputs.find(({ id, type }) => type === 'TABLE' && id.includes(EVENTS_TABLE));
    if (!table) {
        throw new SelectionError('The trace server has no table of events, which this analysis needs.');
    }
    return table;
}

/**
 * Hands the events of a table to a sink: the way that every trace server knows, some hundred times slower than an event stream.
 * @param origin ns since the epoch to which times are relative
 * @returns also how many events the table says were lost
 */
export async function fetchTableEvents(
    rows: AsyncGenerator<TableRow, void>,
    origin: bigint,
    query: EventQuery,
    sink: EventSink
): Promise<EventStreamEnd & { readonly lost: number }> {
    const collector = new RowCollector(query, origin);
    sink.begin({ origin, types: collector.types, lost: [] });
    let events = 0;
    let lost = 0;
    for await (const { cells } of rows) {
        const type = cells[TYPE] ?? '';
        if (type === LOST) {
            lost += Number(/\d+/.exec(cells[CONTENTS] ?? '')?.[0] ?? 1);
        } else if (collector.add(type, cells)) {
            events++;
            if (events % BATCH_ROWS === 0) {
                sink.batch(collector.take());
            }
        }
    }
    sink.batch(collector.take());
    return { events, lost };
}

/** The columns of the table that are needed. */
export const EVENT_TABLE_COLUMNS: readonly string[] = [TYPE, CONTENTS, TIME];

class RowCollector {
    /** Names of types in the order in which they were met. */
    readonly types: string[] = [];
    private readonly numbers = new Map<string, number>();
    private readonly texts: string[] = [];
    private readonly textNumbers = new Map<string, number>();
    private readonly fields: ReadonlySet<string>;
    private times: number[] = [];
    private typeNumbers: number[] = [];
    private columns = new Map<string, Float64Array>();

    constructor(
        private readonly query: EventQuery,
        private readonly origin: bigint
    ) {
        this.fields = new Set(query.fields);
    }

    /** Adds an event; false when it is not wanted. */
    add(type: string, cells: TableRow['cells']): boolean {
        const number = this.numberOf(type);
        const ns = BigInt(cells[TIME]);
        const { range } = this.query;
        if (number < 0 || (range && (ns < range.startNs || ns > range.endNs))) {
            return false;
        }
        const row = this.times.length;
        this.times.push(Number(ns - this.origin));
        this.typeNumbers.push(number);
        parseContents(cells[CONTENTS] ?? '', (name, value) => {
            if (this.fields.has(name)) {
                this.columnOf(name)[row] = TEXT_FIELDS.has(name) ? this.textNumber(textOf(value)) : numberOf(value);
            }
        });
        return true;
    }

    take(): EventBatch {
        const { columns, texts } = this;
        const rows = this.times.length;
        const batch: EventBatch = {
            rows,
            times: Float64Array.from(this.times),
            types: Uint16Array.from(this.typeNumbers),
            column: name => columns.get(name)?.subarray(0, rows),
            texts
        };
        this.times = [];
        this.typeNumbers = [];
        this.columns = new Map();
        return batch;
    }

    /** Number of a type; -1 when it is not wanted. */
    private numberOf(type: string): number {
        let number = this.numbers.get(type);
        if (number === undefined) {
            const isWanted = this.query.types.some(wanted =>
                wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
            );
            number = isWanted ? this.types.push(type) - 1 : -1;
            this.numbers.set(type, number);
        }
        return number;
    }

    private columnOf(name: string): Float64Array {
        const column = this.columns.get(name) ?? new Float64Array(BATCH_ROWS).fill(NaN);
        this.columns.set(name, column);
        return column;
    }

    private textNumber(text: string): number {
        const number = this.textNumbers.get(text) ?? this.texts.push(text) - 1;
        this.textNumbers.set(text, number);
        return number;
    }
}
