import { Clock, clockOrigin, cyclesToNs } from '../metadata/clock';

const NS_PER_SECOND = 1_000_000_000;

/**
 * Turns cycles of a clock, counted from a base, into ns from an origin. Exact for any frequency up to 2^43 Hz: it equals
 * the rounded-down quotient of integers, so nothing drifts however long the trace is.
 */
export class TimeConversion {
    /** With a clock of 1 GHz a time is just its cycles and this. */
    readonly shift: number;
    readonly isNanoseconds: boolean;
    private readonly frequency: number;
    /** What the base leaves over when its cycles are turned into whole ns, in parts of one in `frequency`. */
    private readonly remainder: number;

    /**
     * @param base cycles from which the others are counted
     * @param origin ns since the epoch from which times are counted
     */
    constructor(clock: Clock, base: bigint, origin: bigint) {
        this.shift = Number(clockOrigin(clock) + cyclesToNs(clock, base) - origin);
        this.frequency = Number(clock.frequency);
        this.isNanoseconds = this.frequency === NS_PER_SECOND;
        this.remainder = Number((base * BigInt(NS_PER_SECOND)) % clock.frequency);
    }

    /** Ns from the origin of so many cycles after the base; exact up to 2^53 cycles. */
    toNs(cycles: number): number {
        if (this.isNanoseconds) {
            return cycles + this.shift;
        }
        const { frequency } = this;
        let seconds = Math.floor(cycles / frequency);
        let rest = cycles - seconds * frequency;
        if (rest < 0) {
            seconds--;
            rest += frequency;
        } else if (rest >= frequency) {
            seconds++;
            rest -= frequency;
        }
        // rest * 10^9 / frequency by long division in base 1000: each step stays below 2^53.
        let ns = 0;
        for (let step = 0; step < 3; step++) {
            const product = rest * 1000;
            let digit = Math.floor(product / frequency);
            rest = product - digit * frequency;
            if (rest < 0) {
                digit--;
                rest += frequency;
            }
            ns = ns * 1000 + digit;
        }
        return seconds * NS_PER_SECOND + ns + (rest + this.remainder >= frequency ? 1 : 0) + this.shift;
    }
}
