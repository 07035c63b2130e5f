import { TimeWindow } from '../session/time-model';
import { formatTime, timeUnitOf } from './time-format';
import { roundStep, TimeTick, TimeTicks } from './time-ticks';

const SECOND = 1_000_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps of a clock above one second. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30]
    .flatMap(count => [count * SECOND, count * MINUTE])
    .concat([1, 2, 3, 6, 12].map(hours => hours * HOUR))
    .sort((first, second) => first - second);

/** Below this step a label of a clock would get too long: ticks count from a second or less. */
const FINEST_CLOCK_STEP = 1_000_000;

/**
 * Ticks at round times of a clock: `09:13:52`, `09:13:52.250`, and below a ms `+20 µs` from the time that `base` names.
 * @param origin ns since the epoch that `view` is relative to
 * @param zoneMinutes of the clock, east of Greenwich
 * @param width of the axis and `spacing` between two ticks, at least, in pixels
 */
export function clockTicks(
    origin: bigint,
    view: TimeWindow,
    width: number,
    zoneMinutes: number,
    spacing = 90
): TimeTicks {
    const local = origin + BigInt(zoneMinutes) * BigInt(MINUTE);
    const step = clockStep(((view.end - view.start) * spacing) / Math.max(width, 1));
    const times = alignedTimes(local, view, step);
    const at = (time: number): bigint => local + BigInt(time);
    if (step >= FINEST_CLOCK_STEP) {
        const decimals = step >= SECOND ? 0 : 3;
        const ticks = times.map(time => ({ time, label: clockOf(at(time), decimals) }));
        return { ticks, base: { time: view.start, label: dateOf(at(Math.round(view.start))) }, step };
    }
    return fromBase(view, step, times, local, start => `${dateOf(start)} ${clockOf(start, 9)}`);
}

/** Ticks at round ns since the epoch, as `+20 µs` from the one that `base` names: whole ones have 19 digits. */
export function epochTicks(origin: bigint, view: TimeWindow, width: number, spacing = 90): TimeTicks {
    const step = roundStep(((view.end - view.start) * spacing) / Math.max(width, 1));
    return fromBase(view, step, alignedTimes(origin, view, step), origin, start => `${start} ns`);
}

/** `2026-11-23` */
function dateOf(ns: bigint): string {
    return new Date(Number(ns / 1_000_000n)).toISOString().slice(0, 10);
}

/** `09:13:52.250`, of a time that is local already. */
function clockOf(ns: bigint, decimals: number): string {
    const second = BigInt(SECOND);
    const subSecond = ((ns % second) + second) % second;
    const clock = new Date(Number((ns - subSecond) / 1_000_000n)).toISOString().slice(11, 19);
    return decimals === 0 ? clock : `${clock}.${String(subSecond).padStart(9, '0').slice(0, decimals)}`;
}

function clockStep(ns: number): number {
    return ns <= SECOND / 2
        ? roundStep(ns)
        : (CLOCK_STEPS.find(step => step >= ns) ?? Math.max(DAY, Math.ceil(ns / DAY) * DAY));
}

/** Times in view, in ns from the origin, at multiples of a step from the epoch. */
function alignedTimes(origin: bigint, { start, end }: TimeWindow, step: number): number[] {
    const size = BigInt(step);
    const remainder = Number((((origin + BigInt(Math.ceil(start))) % size) + size) % size);
    const first = Math.ceil(start) + (remainder === 0 ? 0 : step - remainder);
    const count = Math.max(0, Math.floor((end - first) / step) + 1);
    return Array.from({ length: count }, (_, index) => first + index * step);
}

function fromBase(
    { start, end }: TimeWindow,
    step: number,
    times: readonly number[],
    origin: bigint,
    write: (ns: bigint) => string
): TimeTicks {
    const baseStep = BigInt(10 ** Math.ceil(Math.log10(Math.max(end - start, 10))));
    const whole = origin + BigInt(Math.floor(start));
    const base = Number(whole - (((whole % baseStep) + baseStep) % baseStep) - origin);
    const unit = timeUnitOf(step);
    const ticks = times.map((time): TimeTick => ({ time, label: `+${formatTime(time - base, step, unit)}` }));
    return { ticks, base: { time: base, label: write(origin + BigInt(base)) }, step };
}
