import type { Trace } from '../../trace/trace';
import { TransferColumn } from '../columns/transfer-column';

const known = new WeakMap<Trace, TransferColumn>();

/** How many events the tracer lost up to a time, those of each stretch of loss spread evenly over it. */
export function lostUpTo(trace: Trace, time: number): number {
    let column = known.get(trace);
    if (!column) {
        column = new TransferColumn();
        for (const { from, to, count } of trace.lost) {
            column.push(from, to, count);
        }
        column.seal();
        known.set(trace, column);
    }
    return column.upTo(time);
}
