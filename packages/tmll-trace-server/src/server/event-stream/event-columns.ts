import type { EventType, FieldType, FieldValue, TraceEvent } from '../../trace/trace';

/** Rows of a full batch. */
export const BATCH_ROWS = 16_384;

/** Where a column stands in the header of a batch. */
export interface ColumnHeader {
    readonly name: string;
    /** `f64` and `u16` have values in the payload; `constant` has one for all rows, here. */
    readonly format: 'f64' | 'u16' | 'constant';
    readonly value?: number;
}

/** A batch of events, column by column. */
export interface ColumnBatch {
    readonly rows: number;
    readonly columns: readonly ColumnHeader[];
    /** Texts that no batch before had; text columns hold numbers into the list of all of them. */
    readonly texts: readonly string[];
    /** The values of the columns that are not constant, in their order, each padded to 8 bytes. */
    readonly payload: readonly Uint8Array[];
}

interface Column {
    readonly name: string;
    readonly values: Float64Array;
    /** Rows that have a value; the others are NaN. */
    filled: number;
}

/** How one field of one type gets into its column. */
interface Cell {
    readonly column: Column;
    readonly key: string;
    readonly inContext: boolean;
    readonly toNumber: (value: FieldValue) => number;
}

/** How the events of one type are taken in. */
interface Plan {
    readonly typeNumber: number;
    readonly cells: readonly Cell[];
}

/** Contexts among the names of fields. */
const CONTEXT = 'context.';

/** Collects events column by column: their time, their type, and the fields that were asked for, where they have them. */
export class EventColumns {
    private readonly times = new Float64Array(BATCH_ROWS);
    private readonly types = new Uint16Array(BATCH_ROWS);
    private readonly columns: readonly Column[];
    private readonly plans = new Map<EventType, Plan>();
    private readonly textNumbers = new Map<string, number>();
    private newTexts: string[] = [];
    private rows = 0;

    /**
     * @param typeNames the types that will come; the column `type` holds numbers into this list
     * @param fields names of fields; those of contexts begin with `context.`
     */
    constructor(
        private readonly typeNames: readonly string[],
        fields: readonly string[]
    ) {
        this.columns = fields.map(name => ({ name, values: new Float64Array(BATCH_ROWS).fill(NaN), filled: 0 }));
    }

    /** Adds an event; true when the batch is full. */
    add(event: TraceEvent): boolean {
        const row = this.rows;
        this.times[row] = event.time;
        const { typeNumber, cells } = this.planOf(event.type);
        this.types[row] = typeNumber;
        for (const { column, key, inContext, toNumber } of cells) {
            const value = (inContext ? event.context : event.fields)[key];
            if (value !== undefined) {
                column.values[row] = typeof value === 'number' ? value : toNumber(value);
                column.filled++;
            }
        }
        return ++this.rows === BATCH_ROWS;
    }

    /** What was collected since the last call. */
    take(): ColumnBatch {
        const { rows, newTexts: texts } = this;
        const payload = [bytesOf(this.times.slice(0, rows)), bytesOf(this.types.slice(0, rows))];
        const headers: ColumnHeader[] = [
            { name: 'time', format: 'f64' },
            { name: 'type', format: 'u16' }
        ];
        for (const column of this.columns.filter(({ filled }) => filled > 0)) {
            const [first] = column.values;
            if (Number.isFinite(first) && column.values.subarray(0, rows).every(value => value === first)) {
                headers.push({ name: column.name, format: 'constant', value: first });
            } else {
                headers.push({ name: column.name, format: 'f64' });
                payload.push(bytesOf(column.values.slice(0, rows)));
            }
            column.values.fill(NaN, 0, rows);
            column.filled = 0;
        }
        this.rows = 0;
        this.newTexts = [];
        return { rows, columns: headers, texts, payload };
    }

    private planOf(type: EventType): Plan {
        let plan = this.plans.get(type);
        if (!plan) {
            const cells = this.columns.flatMap(column => this.cellOf(type, column) ?? []);
            plan = { typeNumber: this.typeNames.indexOf(type.name), cells };
            this.plans.set(type, plan);
        }
        return plan;
    }

    private cellOf(type: EventType, column: Column): Cell | undefined {
        const inContext = column.name.startsWith(CONTEXT);
        const key = inContext ? column.name.slice(CONTEXT.length) : column.name;
        const field = (inContext ? type.context : type.fields).find(({ name }) => name === key);
        const toNumber = field && this.converter(field);
        return toNumber && { column, key, inContext, toNumber };
    }

    private converter({ kind }: FieldType): ((value: FieldValue) => number) | undefined {
        switch (kind) {
            case 'integer':
            case 'float':
                return integer;
            case 'enumeration':
                return value => integer((value as { readonly value: FieldValue }).value);
            case 'string':
                return value => this.textNumber(String(value));
            case 'array':
            case 'sequence':
                return value => this.textNumber(hexadecimal(value));
            default:
                return undefined;
        }
    }

    private textNumber(text: string): number {
        let number = this.textNumbers.get(text);
        if (number === undefined) {
            number = this.textNumbers.size;
            this.textNumbers.set(text, number);
            this.newTexts.push(text);
        }
        return number;
    }
}

/**
 * 64-bit integers as signed ones: so the addresses of a kernel, which begin with 16 or more set bits, are as exact in a double as
 * those of a process.
 */
function integer(value: FieldValue): number {
    return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : Number(value);
}

/** Bytes, such as those of a build id, as hexadecimal digits; of other arrays the lowest byte of each element. */
function hexadecimal(value: FieldValue): string {
    return (value as readonly FieldValue[]).map(byte => (integer(byte) & 0xff).toString(16).padStart(2, '0')).join('');
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Uint16Array): Uint8Array {
    return new Uint8Array(buffer, byteOffset, byteLength);
}
