import { NO_STATE, type StateColumn, type StateInterval } from '../columns/state-column';
import { KernelState } from '../kernel/kernel-state';
import type { GraphArrow } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { threadAt } from './thread-entries';

const IDLE = 0;
/** Key of the arrows' style. */
export const TRANSITION = 'CPU transition';

/**
 * Arrows from each thread that leaves a CPU to the next one that runs there, over idle times, as far as the CPU's states at the
 * asked times follow each other without a gap.
 *
 * @param unknown key of the entry that stands for threads without one
 */
export function cpuTransitions(recording: TraceRecording, times: Float64Array, unknown: string): GraphArrow[] {
    const { trace } = recording;
    const inside = times.filter(time => time >= trace.start && time <= trace.end);
    return [...recording.of(KernelState).cpus.values()].flatMap(({ thread }) =>
        thread ? arrowsOf(recording, withNeighbours(thread, thread.atAll(inside), trace), unknown) : []
    );
}

/** An idle time at either end is crossed by an arrow from before or to after. */
function withNeighbours(
    thread: StateColumn,
    intervals: readonly StateInterval[],
    { start, end }: { readonly start: number; readonly end: number }
): StateInterval[] {
    const [first] = intervals;
    const last = intervals.at(-1);
    const all = [...intervals];
    if (first?.value === IDLE && first.start > start) {
        all.unshift(thread.at(first.start - 1));
    }
    if (last?.value === IDLE && last.end <= end) {
        all.push(thread.at(last.end));
    }
    return all;
}

function arrowsOf(recording: TraceRecording, intervals: readonly StateInterval[], unknown: string): GraphArrow[] {
    const arrows: GraphArrow[] = [];
    let source: { readonly key: string; readonly end: number } | undefined;
    let lastEnd = NaN;
    for (const { start, end: open, value: tid } of intervals) {
        const end = Math.min(open, recording.trace.end + 1);
        if (start !== lastEnd) {
            source = undefined;
        }
        lastEnd = end;
        if (tid !== NO_STATE && tid !== IDLE) {
            const target = threadAt(recording, tid, start)?.key ?? unknown;
            if (source) {
                const style = { parentKey: TRANSITION, values: {} };
                arrows.push({ start: source.end, end: start, source: source.key, target, style });
            }
            source = { key: target, end };
        }
    }
    return arrows;
}
