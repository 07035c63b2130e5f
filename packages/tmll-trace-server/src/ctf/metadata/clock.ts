/** A clock of a trace: how its cycles become ns since the epoch. */
export interface Clock {
    readonly name: string;
    /** Cycles per second. */
    readonly frequency: bigint;
    /** Seconds and cycles to add to its value; zero value is then the epoch. */
    readonly offsetSeconds: bigint;
    readonly offsetCycles: bigint;
    /** Is its origin the same for all clocks that say so, i.e. the epoch? */
    readonly absolute: boolean;
    /** How far its values may be off, in cycles: by chance, and always in the same way. Undefined when not known. */
    readonly precision?: bigint;
    readonly accuracy?: bigint;
    readonly uuid: string | undefined;
}

const NS_PER_SECOND = 1_000_000_000n;

/** Ns since the epoch at the clock's value 0. */
export function clockOrigin(clock: Clock): bigint {
    return clock.offsetSeconds * NS_PER_SECOND + cyclesToNs(clock, clock.offsetCycles);
}

/** Duration of that many cycles in ns, rounded down. */
export function cyclesToNs(clock: Clock, cycles: bigint): bigint {
    return clock.frequency === NS_PER_SECOND ? cycles : (cycles * NS_PER_SECOND) / clock.frequency;
}
