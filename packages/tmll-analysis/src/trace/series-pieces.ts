import { XySeriesColumns } from 'tmll-tsp';
import { GridRequest } from './time-grid';

/** A series that is put together from the answers to several requests. */
export class SeriesPieces {
    private readonly pieces: { readonly times: Float64Array; readonly values: Float64Array }[] = [];
    private description: Pick<XySeriesColumns, 'unit' | 'dataType'> = { unit: '', dataType: '' };

    /** @param origin ns since the epoch to which the times of all answers are relative */
    constructor(private readonly origin: bigint) {}

    /** Takes what an answer has of the series within its request, but for what the request before had already. */
    add(answer: XySeriesColumns, { after, end }: GridRequest): void {
        const { times, values } = sorted(answer);
        const from = after === undefined ? 0 : firstAfter(times, Number(after - this.origin));
        const to = firstAfter(times, Number(end - this.origin));
        if (from < to) {
            this.pieces.push({ times: times.subarray(from, to), values: values.subarray(from, to) });
        }
        this.description = answer;
    }

    /** As the server describes the values; empty where it does not. */
    get described(): Pick<XySeriesColumns, 'unit' | 'dataType'> {
        return this.description;
    }

    get length(): number {
        return this.pieces.reduce((sum, { times }) => sum + times.length, 0);
    }

    join(): { readonly times: Float64Array; readonly values: Float64Array } {
        return { times: this.concatenated('times'), values: this.concatenated('values') };
    }

    private concatenated(column: 'times' | 'values'): Float64Array {
        const joined = new Float64Array(this.length);
        let offset = 0;
        for (const piece of this.pieces) {
            joined.set(piece[column], offset);
            offset += piece[column].length;
        }
        return joined;
    }
}

type Columns = Pick<XySeriesColumns, 'times' | 'values'>;

/** Ascending in time, as most answers are; what is not keeps the order of equal times. */
function sorted(columns: Columns): Columns {
    const { times, values } = columns;
    if (times.every((time, index) => index === 0 || time >= times[index - 1])) {
        return columns;
    }
    const order = Array.from(times.keys()).sort((a, b) => times[a] - times[b]);
    return {
        times: Float64Array.from(order, index => times[index]),
        values: Float64Array.from(order, index => values[index])
    };
}

/** Index of the first time above a limit. */
function firstAfter(times: Float64Array, limit: number): number {
    let low = 0;
    let high = times.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (times[middle] > limit) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
