import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { TimeSeries } from 'tmll-analysis/algorithms';
import { isErrorCode } from '../service/errors';
import { UsageError } from './exit-status';
import { isTime } from './option-values';

const TIME_COLUMN = 'timestamp_ns';
const INTEGER = /^-?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING = /^(nan|null)?$/i;
/** A line longer than this is no row of numbers. */
const ROW_LIMIT = 1_000_000;

/**
 * The series of a CSV file with a header row: `timestamp_ns` (ns since the epoch, ascending) and a column a series. Empty cells
 * and `NaN` have no value.
 * @throws UsageError in one sentence with the row, when the file cannot be read or is not of that form
 */
export async function readCsvSeries(path: string, signal: AbortSignal): Promise<TimeSeries[]> {
    const source = createReadStream(path, { signal });
    const parser = parse({ bom: true, skip_empty_lines: true, max_record_size: ROW_LIMIT, relax_column_count: true });
    source.on('error', error => parser.destroy(error));
    let columns: Columns | undefined;
    try {
        for await (const record of source.pipe(parser)) {
            if (columns) {
                columns.add(record as string[]);
            } else {
                columns = new Columns(path, record as string[]);
            }
        }
    } catch (error) {
        signal.throwIfAborted();
        throw explain(error, path);
    }
    if (!columns || columns.length === 0) {
        throw new UsageError(`${path} has no rows; it needs a header row "${TIME_COLUMN},value" and rows of numbers.`);
    }
    return columns.series();
}

/** The cells read so far, column by column. */
class Columns {
    private readonly names: readonly string[];
    private readonly times: number[] = [];
    private readonly values: number[][];
    private origin = 0n;
    private latest: bigint | undefined;
    private row = 1;

    constructor(
        private readonly file: string,
        header: readonly string[]
    ) {
        const [time, ...names] = header.map(cell => cell.trim());
        if (time.toLowerCase() !== TIME_COLUMN || names.length === 0) {
            const form = `"${TIME_COLUMN},value" (nanoseconds since the epoch, then one column a series)`;
            throw new UsageError(`${file} does not begin with a header row such as ${form}.`);
        }
        const twice = names.find((name, index) => name === '' || names.indexOf(name) !== index);
        if (twice !== undefined) {
            throw new UsageError(
                `${file} has two columns "${twice}" or one without a name; name each column differently.`
            );
        }
        this.names = names;
        this.values = names.map(() => []);
    }

    get length(): number {
        return this.times.length;
    }

    add(record: readonly string[]): void {
        this.row++;
        const wanted = this.names.length + 1;
        if (record.length !== wanted) {
            this.refuse(`there are ${record.length} cells, but ${wanted} columns; give each row as many cells.`);
        }
        this.addTime(record[0].trim());
        this.values.forEach((column, index) => column.push(this.parseValue(record[index + 1].trim())));
    }

    series(): TimeSeries[] {
        const times = Float64Array.from(this.times);
        return this.names.map((name, index) => ({
            id: name,
            name,
            path: [name],
            unit: '',
            origin: this.origin,
            times,
            values: Float64Array.from(this.values[index])
        }));
    }

    private addTime(text: string): void {
        if (!INTEGER.test(text) || !isTime(BigInt(text))) {
            this.refuse(`"${text}" is no timestamp; write whole nanoseconds since the epoch.`);
        }
        const time = BigInt(text);
        if (this.latest === undefined) {
            this.origin = time;
        } else if (time <= this.latest) {
            const how = time === this.latest ? 'repeats that of the row before' : 'is before that of the row before';
            this.refuse(`the timestamp ${text} ${how}; sort the rows by time and keep one row a timestamp.`);
        }
        this.latest = time;
        this.times.push(Number(time - this.origin));
    }

    private parseValue(text: string): number {
        if (MISSING.test(text)) {
            return NaN;
        }
        if (!NUMBER.test(text) || !Number.isFinite(Number(text))) {
            this.refuse(`"${text}" is not a number; write one, or leave the cell empty.`);
        }
        return Number(text);
    }

    /** Rows are counted from the header on, which is the first. */
    private refuse(what: string): never {
        throw new UsageError(`${this.file}, row ${this.row}: ${what}`);
    }
}

function explain(error: unknown, path: string): unknown {
    if (isErrorCode(error, 'ENOENT')) {
        return new UsageError(`There is no file ${path}.`);
    }
    if (isErrorCode(error, 'EACCES', 'EPERM')) {
        return new UsageError(`${path} may not be read; ask for the permission to.`);
    }
    if (isErrorCode(error, 'EISDIR')) {
        return new UsageError(`${path} is a folder; give a CSV file.`);
    }
    if (error instanceof CsvError) {
        return new UsageError(
            `${path} cannot be read as CSV (${error.code}); give a text file of comma-separated numbers.`
        );
    }
    return error;
}
