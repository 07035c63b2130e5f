import { TimeSeries } from '../series/time-series';

type Points = Pick<TimeSeries, 'origin' | 'times' | 'values'>;

const YEAR_NS = 365.25 * 24 * 3600 * 1e9;
/** A time since the epoch is one of about when the trace was recorded. */
const AROUND_NS = 10 * YEAR_NS;
/** Ns in a ns, µs and ms. Seconds since the epoch look like amounts. */
const UNITS = [1, 1e3, 1e6];

/** Share of the values that must look alike: some fields are 0 or -1 where nothing is known. */
const MOST = 0.8;

/** A clock gains as much as passes, up to this share of it. */
const TOLERANCE = 0.02;
/** With fewer values nothing can be told of their course. */
const LEAST_VALUES = 3;

/** Canonical addresses of x86-64 and arm64, of users and of the kernel. Amounts in bytes are smaller: this begins at 16 TiB. */
const isAddress = (value: number): boolean => (value >= 2 ** 44 && value < 2 ** 48) || value >= 2 ** 63;

/**
 * Whether the values of a field are times or addresses, whatever its name: ms, µs or ns since the epoch, a clock that runs in ns, or
 * pointers. Such values differ, grow and jump, and mean nothing as amounts.
 */
export function holdTimesOrAddresses({ origin, times, values }: Points): boolean {
    const given = Array.from(values.keys()).filter(index => Number.isFinite(values[index]) && values[index] > 0);
    if (given.length === 0) {
        return false;
    }
    const isMostly = (test: (value: number) => boolean): boolean =>
        given.filter(index => test(values[index])).length >= MOST * given.length;
    const now = Number(origin);
    return (
        UNITS.some(unit => isMostly(value => Math.abs(value * unit - now) < AROUND_NS)) ||
        isMostly(isAddress) ||
        runsAsClock(
            given.map(index => times[index]),
            given.map(index => values[index])
        )
    );
}

/** Whether values never fall and gain a ns in each ns, all the way. @param times in ns */
function runsAsClock(times: readonly number[], values: readonly number[]): boolean {
    const last = values.length - 1;
    if (values.length < LEAST_VALUES || values.some((value, index) => index > 0 && value < values[index - 1])) {
        return false;
    }
    const length = times[last] - times[0];
    return values.every(
        (value, index) => Math.abs(value - values[0] - (times[index] - times[0])) <= TOLERANCE * length
    );
}
