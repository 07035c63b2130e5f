import { shiftTrace } from '../trace/shift-trace';
import { Trace, TraceError } from '../trace/trace';
import { clockOffset, ClockOffset } from './clock-offset';
import { hasNetworkEvents, HostPackets, packetsOf } from './network-packets';

/** A trace on the clock of another one. */
export interface AlignedTrace {
    readonly trace: Trace;
    /** Undefined for the one that gives the clock. */
    readonly clock: ClockOffset | undefined;
}

/**
 * Sets traces of several hosts on the clock of the first one, by TCP packets that both sides recorded (`net_dev_queue`,
 * `netif_receive_skb` with their headers).
 *
 * @throws TraceError when a trace has no packet in common with the first one
 */
export function alignTraces(traces: readonly Trace[]): AlignedTrace[] {
    const [first, ...others] = traces;
    const packets = packetsWith(first);
    return [
        { trace: first, clock: undefined },
        ...others.map(trace => {
            const clock = clockOffset(packets, packetsWith(trace));
            if (!clock) {
                throw new TraceError(
                    `${trace.path} has no TCP packet in common with ${first.path}; give its offset by hand instead.`,
                    trace.path
                );
            }
            return { trace: shiftTrace(trace, clock.offset), clock };
        })
    ];
}

function packetsWith(trace: Trace): HostPackets {
    if (!hasNetworkEvents(trace)) {
        throw new TraceError(
            `${trace.path} cannot be aligned: it has neither net_dev_queue nor netif_receive_skb; give its offset by hand instead.`,
            trace.path
        );
    }
    return packetsOf(trace);
}
