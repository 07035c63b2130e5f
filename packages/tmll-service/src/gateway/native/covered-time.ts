/** A stretch of time in ns, both ends within. */
export interface Stretch {
    readonly start: bigint;
    readonly end: bigint;
}

/** Time that is taken, as stretches in order that do not touch. */
export class CoveredTime {
    private stretches: Stretch[] = [];

    /** Takes a stretch. @returns what of it was free until now, in order */
    cover({ start, end }: Stretch): Stretch[] {
        const free: Stretch[] = [];
        const before = this.stretches.filter(other => other.end + 1n < start);
        const after = this.stretches.filter(other => other.start - 1n > end);
        const met = this.stretches.slice(before.length, this.stretches.length - after.length);
        let from = start;
        for (const other of met) {
            if (from < other.start) {
                free.push({ start: from, end: other.start - 1n });
            }
            from = from > other.end ? from : other.end + 1n;
        }
        if (from <= end) {
            free.push({ start: from, end });
        }
        const first = met[0]?.start ?? start;
        const last = met.at(-1)?.end ?? end;
        this.stretches = [...before, { start: first < start ? first : start, end: last > end ? last : end }, ...after];
        return free;
    }
}
