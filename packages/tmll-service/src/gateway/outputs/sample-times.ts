/** Times at which a chart asks for values: a first one in ns since the epoch, and offsets from it in ns, ascending. */
export class SampleTimes {
    constructor(
        readonly first: bigint,
        readonly offsets: Float64Array
    ) {}

    /** Evenly from start to end, both included, each rounded to a whole ns; fewer when the range has fewer ns. */
    static evenly(start: bigint, end: bigint, count: number): SampleTimes {
        const range = end - start;
        const steps = Math.max(0, Math.min(count - 1, Number(range)));
        if (steps === 0) {
            return new SampleTimes(start, new Float64Array(1));
        }
        // Whole part and rest of the step apart: their products with the index stay exact.
        const whole = Number(range / BigInt(steps));
        const rest = Number(range % BigInt(steps));
        const offset = (_: unknown, index: number): number => index * whole + Math.round((index * rest) / steps);
        return new SampleTimes(start, Float64Array.from({ length: steps + 1 }, offset));
    }

    static of(times: readonly bigint[]): SampleTimes {
        const [first] = times;
        return new SampleTimes(
            first,
            Float64Array.from(times, time => Number(time - first))
        );
    }

    get length(): number {
        return this.offsets.length;
    }

    /** The times as offsets from another origin. */
    offsetsFrom(origin: bigint): Float64Array {
        const shift = Number(this.first - origin);
        return this.offsets.map(offset => shift + offset);
    }

    /** The times as a JSON list of integers. */
    toJson(): string {
        return `[${Array.from(this.offsets, offset => this.first + BigInt(offset)).join(',')}]`;
    }
}

/** How values between two times of a chart become one. */
export type Folding = 'mean' | 'max' | 'hold';

/** Values over time, as a chart shows them: offsets in ns from a bigint origin, ascending. */
export interface ChartData {
    readonly origin: bigint;
    readonly times: Float64Array;
    readonly values: Float64Array;
}

/**
 * A series at the times of a chart. The value at a time stands for the bin that ends there: with `mean` and `max` for what
 * the series has in it; where it has nothing there, and with `hold`, the next value stands, since each of a series' values
 * stands for the step that ends at it. Always finite: before the first point and behind the last these stand, and a missing
 * value takes `missing`.
 */
export function sampleAt(data: ChartData, at: SampleTimes, folding: Folding, missing = 0): Float64Array {
    const { times, values } = data;
    const wanted = at.offsetsFrom(data.origin);
    const sampled = new Float64Array(wanted.length);
    let next = 0;
    const before = wanted.length > 1 ? 2 * wanted[0] - wanted[1] : -Infinity;
    while (next < times.length && times[next] <= before) {
        next++;
    }
    for (const [index, time] of wanted.entries()) {
        const from = next;
        while (next < times.length && times[next] <= time) {
            next++;
        }
        const value =
            next > from ? fold(values.subarray(from, next), folding) : values[Math.min(next, values.length - 1)];
        sampled[index] = Number.isFinite(value) ? value : missing;
    }
    return sampled;
}

/** One value for several, missing ones left out; NaN when all are. */
function fold(values: Float64Array, folding: Folding): number {
    const known = values.filter(Number.isFinite);
    switch (known.length === 0 ? 'hold' : folding) {
        case 'mean':
            return known.reduce((sum, value) => sum + value, 0) / known.length;
        case 'max':
            return known.reduce((most, value) => Math.max(most, value));
        case 'hold':
            return values[values.length - 1];
    }
}

/** Values as a JSON list of numbers. */
export function valuesJson(values: Float64Array): string {
    return `[${Array.from(values, value => {
        const text = String(value);
        // A reader would take a long integer for a bigint.
        return Number.isInteger(value) && !Number.isSafeInteger(value) && !text.includes('e') ? `${text}.0` : text;
    }).join(',')}]`;
}
