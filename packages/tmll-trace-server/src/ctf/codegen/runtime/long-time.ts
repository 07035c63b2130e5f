import { TraceInteger } from '../../../trace/trace';
import { DecoderState } from '../decoder-state';

/**
 * Sets the time by a timestamp of 33 to 64 bits: it is the next such time not before the last, or just the time at 64 bits.
 *
 * @param size of the timestamp in bits
 */
export function setLongTime(state: DecoderState, timestamp: TraceInteger, size: number): void {
    const value = BigInt.asUintN(size, BigInt(timestamp));
    const base = BigInt(state.baseHigh) << 32n;
    let time = value;
    if (size < 64) {
        const last = base + BigInt(state.cycles);
        time += last - BigInt.asUintN(size, last);
        time += time < last ? 1n << BigInt(size) : 0n;
    }
    state.cycles = Number(time - base);
    state.low = Number(time & 0xffff_ffffn);
}
