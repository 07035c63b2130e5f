import type { Sampling } from '../outputs/output';
import type { Trace } from '../trace/trace';
import { RawJson } from './json/write-json';
import { type Parameters, wrong } from './parameters';
import { TspError } from './tsp-error';

/** More times in one request are refused, as by Trace Compass. */
export const MAX_TIMES = 65_536;

/** The times of an XY request: a first one in ns since the epoch, and offsets from it in ns, ascending. */
export class RequestedTimes {
    private constructor(
        private readonly first: bigint,
        private readonly offsets: Float64Array
    ) {}

    /**
     * Reads `requested_timerange` (start and end, both inclusive, and `nbTimes` evenly spaced times, each rounded to whole ns;
     * fewer when the range has fewer ns) or `requested_times` (the times one by one, ascending).
     *
     * @throws TspError 400 when both are missing, not of their kind, or there are more than 65,536 times
     */
    static of(parameters: Parameters): RequestedTimes {
        if (!parameters.has('requested_timerange') && parameters.has('requested_times')) {
            return RequestedTimes.oneByOne(parameters.times('requested_times'));
        }
        const range = parameters.object('requested_timerange');
        const start = range.time('start');
        const end = range.time('end');
        const count = range.count('nbTimes');
        checkOrder(start, end);
        checkCount(count);
        return RequestedTimes.evenly(start, end, count);
    }

    /**
     * The times at which states are asked for: those of `of`, but with a step rounded down to whole ns and the end as one more
     * time. Which states an answer has depends on the very times, and these are those of Trace Compass.
     */
    static ofStates(parameters: Parameters): RequestedTimes {
        if (!parameters.has('requested_timerange')) {
            return RequestedTimes.of(parameters);
        }
        const range = parameters.object('requested_timerange');
        const start = range.time('start');
        const end = range.time('end');
        const count = range.count('nbTimes');
        checkOrder(start, end);
        checkCount(count);
        const length = Number(end - start);
        const step = Math.max(1, Math.floor(length / Math.max(1, count - 1)));
        const steps = Float64Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
        return new RequestedTimes(start, Float64Array.of(...steps, length));
    }

    get length(): number {
        return this.offsets.length;
    }

    /** The times as a JSON list of integers. */
    toJson(): RawJson {
        return new RawJson(`[${Array.from(this.offsets, offset => this.first + BigInt(offset)).join(',')}]`);
    }

    /**
     * The times as offsets of a trace. The bin of the first one is as long as that of the second; a single time has the trace
     * up to there as its bin.
     */
    samplingOf({ origin, start }: Trace): Sampling {
        const times = this.offsetsFrom(origin);
        const before = times.length > 1 ? 2 * times[0] - times[1] : Math.min(start - 1, times[0]);
        return { times, before };
    }

    /** The times as offsets from another one. */
    offsetsFrom(origin: bigint): Float64Array {
        const shift = Number(this.first - origin);
        return this.offsets.map(offset => shift + offset);
    }

    private static evenly(start: bigint, end: bigint, count: number): RequestedTimes {
        const range = end - start;
        const steps = Math.min(count - 1, Number(range));
        if (steps < 1) {
            return new RequestedTimes(start, new Float64Array(1));
        }
        // Whole part and rest of the step apart: their products with the index stay exact.
        const whole = Number(range / BigInt(steps));
        const rest = Number(range % BigInt(steps));
        return new RequestedTimes(
            start,
            Float64Array.from({ length: steps + 1 }, (_, index) => index * whole + Math.round((index * rest) / steps))
        );
    }

    private static oneByOne(times: readonly bigint[]): RequestedTimes {
        checkCount(times.length);
        if (times.some((time, index) => index > 0 && time <= times[index - 1])) {
            throw wrong('requested_times', 'ascending');
        }
        return new RequestedTimes(
            times[0],
            Float64Array.from(times, time => Number(time - times[0]))
        );
    }
}

/** @throws TspError 400 when a range ends before it begins */
export function checkOrder(start: bigint, end: bigint): void {
    if (end < start) {
        throw new TspError(400, `The time range ends (${end}) before it starts (${start}).`);
    }
}

function checkCount(count: number): void {
    if (count < 1 || count > MAX_TIMES) {
        throw new TspError(
            400,
            `One request may ask for 1 to 65,536 times, not ${count}.`,
            'Ask for parts of the range.'
        );
    }
}
