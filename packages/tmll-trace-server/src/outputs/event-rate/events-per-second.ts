import type { TimeColumn } from '../columns/time-column';
import type { Sampling } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { rates } from '../sample';
import { Flow } from './flow';

const NS_PER_SECOND = 1e9;

/**
 * Events per second in the bin before each time, of which only the part inside the trace counts. A first bin that lies
 * before the trace has no rate of its own and takes that of the next: a zero would look like a change at the start.
 */
export function eventsPerSecond(
    { trace: { start, end } }: TraceRecording,
    columns: readonly TimeColumn[],
    { times, before }: Sampling
): Float64Array {
    const clamp = (time: number): number => Math.min(Math.max(time, start), end);
    const bin = times.length > 1 ? (times[times.length - 1] - times[0]) / (times.length - 1) : times[0] - before;
    const flows = columns.map(column => new Flow(column, { start, end }, bin));
    const upTo = (time: number): number => {
        let sum = 0;
        for (const flow of flows) {
            sum += flow.upTo(time);
        }
        return sum;
    };
    const values = rates({ times: times.map(clamp), before: clamp(before) }, upTo, NS_PER_SECOND);
    if (values.length > 1 && times[0] <= start && times[1] > start) {
        values[0] = values[1];
    }
    return values;
}
