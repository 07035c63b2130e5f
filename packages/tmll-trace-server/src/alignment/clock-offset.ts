import { HostPackets } from './network-packets';

/** How much later the clock of another host must be set to agree with that of the first, in ns. */
export interface ClockOffset {
    readonly offset: bigint;
    /** The offset is known to lie this close to the true one; undefined when packets went one way only. */
    readonly uncertainty: bigint | undefined;
    /** Packets seen on both hosts. */
    readonly packets: number;
    /** Do packets contradict each other, as they do when the clocks do not run equally fast? */
    readonly drifts: boolean;
}

/**
 * The offset between the clocks of two hosts from packets between them. None arrives before it was sent, so each packet from
 * the first host to the other one says how small the offset is at least, each one back how large at most: the hulls of the two
 * clouds of points (Duda et al., ICDCS 1987) for clocks that run equally fast. The middle is taken.
 *
 * @returns undefined when no packet is in both traces
 */
export function clockOffset(first: HostPackets, other: HostPackets): ClockOffset | undefined {
    const least = extremes(first.sent, other.received, (sent, received) => sent - received);
    const most = extremes(other.sent, first.received, (sent, received) => received - sent);
    const packets = least.count + most.count;
    if (packets === 0) {
        return undefined;
    }
    if (least.largest === undefined || most.smallest === undefined) {
        const offset = least.largest ?? most.smallest ?? 0n;
        return { offset, uncertainty: undefined, packets, drifts: false };
    }
    const width = most.smallest - least.largest;
    return {
        offset: least.largest + width / 2n,
        uncertainty: (width < 0n ? -width : width) / 2n + 1n,
        packets,
        drifts: width < 0n
    };
}

function extremes(
    sent: ReadonlyMap<string, bigint>,
    received: ReadonlyMap<string, bigint>,
    bound: (sent: bigint, received: bigint) => bigint
): { smallest?: bigint; largest?: bigint; count: number } {
    let smallest: bigint | undefined;
    let largest: bigint | undefined;
    let count = 0;
    for (const [key, time] of sent) {
        const arrival = received.get(key);
        if (arrival !== undefined) {
            const value = bound(time, arrival);
            smallest = smallest === undefined || value < smallest ? value : smallest;
            largest = largest === undefined || value > largest ? value : largest;
            count++;
        }
    }
    return { smallest, largest, count };
}
