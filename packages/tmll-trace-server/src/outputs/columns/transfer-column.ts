/**
 * Amounts moved over intervals, each at an even rate from its start to its end, asked how much was moved up to a time. The
 * sum of the ramps is piecewise linear: its corners are computed once, after the last transfer is known.
 */
export class TransferColumn {
    private readonly starts: number[] = [];
    private readonly ends: number[] = [];
    private readonly amounts: number[] = [];
    private cornerTimes = new Float64Array(0);
    private cornerAmounts = new Float64Array(0);

    /** Adds a transfer; one without duration is a jump. Order does not matter. */
    push(start: number, end: number, amount: number): void {
        this.starts.push(start);
        this.ends.push(end);
        this.amounts.push(amount);
    }

    /** Computes the corners; to be called after the last `push` and before the first question. */
    seal(): void {
        const byStart = ascending(this.starts);
        const byEnd = ascending(this.ends);
        const count = this.starts.length;
        this.cornerTimes = new Float64Array(2 * count);
        this.cornerAmounts = new Float64Array(2 * count);
        let time = 0;
        let moved = 0;
        let finished = 0;
        let rate = 0;
        for (let started = 0, ended = 0, corner = 0; corner < 2 * count; corner++) {
            const starts = started < count && this.starts[byStart[started]] <= this.ends[byEnd[ended]];
            const index = starts ? byStart[started++] : byEnd[ended++];
            const next = starts ? this.starts[index] : this.ends[index];
            moved += rate * (next - time);
            time = next;
            const duration = this.ends[index] - this.starts[index];
            if (starts) {
                rate += duration > 0 ? this.amounts[index] / duration : 0;
            } else {
                rate -= duration > 0 ? this.amounts[index] / duration : 0;
                moved += duration > 0 ? 0 : this.amounts[index];
                finished += this.amounts[index];
                if (started === ended) {
                    // Nothing is under way: the sum of what is finished carries no rounding of the ramps.
                    moved = finished;
                    rate = 0;
                }
            }
            this.cornerTimes[corner] = time;
            this.cornerAmounts[corner] = moved;
        }
        for (const column of [this.starts, this.ends, this.amounts]) {
            column.length = 0;
        }
    }

    /** What was moved up to a time. */
    upTo(time: number): number {
        let low = 0;
        let high = this.cornerTimes.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.cornerTimes[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low === 0) {
            return 0;
        }
        const amount = this.cornerAmounts[low - 1];
        if (low === this.cornerTimes.length) {
            return amount;
        }
        const from = this.cornerTimes[low - 1];
        const rise = this.cornerAmounts[low] - amount;
        return amount + (rise * (time - from)) / (this.cornerTimes[low] - from);
    }
}

function ascending(times: readonly number[]): Uint32Array {
    return Uint32Array.from(times.keys()).sort((a, b) => times[a] - times[b]);
}
