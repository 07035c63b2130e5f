import { TimeWindow } from '../session/time-model';
import { formatTime, timeUnitOf } from './time-format';

export interface TimeTick {
    /** Ns from the origin. */
    readonly time: number;
    readonly label: string;
}

export interface TimeTicks {
    readonly ticks: readonly TimeTick[];
    /** When set, labels count from it (`+200 ns`), because whole times would differ only in their last digits. */
    readonly base: TimeTick | undefined;
    /** Between two ticks, ns. */
    readonly step: number;
}

/** Labels of whole times get no longer than this many digits; beyond it they count from a base. */
const LONGEST_LABEL = 6;

/**
 * Round times for an axis, evenly spaced, in steps of 1, 2 or 5 times a power of ten, never below one ns.
 * @param width of the axis and `spacing` between two ticks, at least, in pixels
 */
export function timeTicks(view: TimeWindow, width: number, spacing = 90): TimeTicks {
    const span = view.end - view.start;
    const step = roundStep((span * spacing) / Math.max(width, 1));
    const times = multiplesOf(step, view);
    const digits = Math.floor(Math.log10(Math.max(view.end, 1) / step)) + 1;
    if (digits <= LONGEST_LABEL) {
        const unit = timeUnitOf(view.end);
        return { ticks: times.map(time => ({ time, label: formatTime(time, step, unit) })), base: undefined, step };
    }
    const baseStep = 10 ** Math.ceil(Math.log10(span));
    const origin = Math.floor(view.start / baseStep) * baseStep;
    const unit = timeUnitOf(step);
    return {
        ticks: times.map(time => ({ time, label: `+${formatTime(time - origin, step, unit)}` })),
        base: { time: origin, label: formatTime(origin, baseStep) },
        step
    };
}

/** The smallest of 1, 2, 5, 10, … ns that is not below a duration. */
export function roundStep(ns: number): number {
    const decade = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(ns, 1))));
    return [1, 2, 5, 10].map(factor => factor * decade).find(step => step >= ns) ?? 10 * decade;
}

function multiplesOf(step: number, { start, end }: TimeWindow): number[] {
    const first = Math.ceil(start / step);
    const count = Math.max(0, Math.floor(end / step) - first + 1);
    return Array.from({ length: count }, (_, index) => (first + index) * step);
}
