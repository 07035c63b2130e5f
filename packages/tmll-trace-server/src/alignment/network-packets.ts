import { EventType, FieldValue, Trace } from '../trace/trace';

/** When packets passed a host, by what tells them apart. */
export interface HostPackets {
    readonly sent: ReadonlyMap<string, bigint>;
    readonly received: ReadonlyMap<string, bigint>;
}

const SENT = /(^|[:_])(net_dev_queue|inet_sock_local_out)$/;
const RECEIVED = /(^|[:_])(netif_receive_skb|inet_sock_local_in)$/;
/** Enough to tell clocks apart, and no more than fits the memory. */
const MAX_PACKETS = 500_000;

/** Whether a trace can have recorded packets at all. */
export function hasNetworkEvents({ eventTypes }: Trace): boolean {
    return eventTypes.some(isNetworkType);
}

/**
 * The TCP packets that the kernel of a host sent and received, as far as its trace has the fields of their headers. A packet
 * that was sent again is left out: nothing tells which of them arrived.
 */
export function packetsOf(trace: Trace): HostPackets {
    const sent = new Map<string, bigint>();
    const received = new Map<string, bigint>();
    const repeated = new Set<string>();
    const cursor = trace.read({ types: new Set(trace.eventTypes.filter(isNetworkType)) });
    for (let event = cursor.next(); event && sent.size + received.size < MAX_PACKETS; event = cursor.next()) {
        const key = packetKey(event.fields);
        if (key !== undefined) {
            const side = SENT.test(event.type.name) ? sent : received;
            if (side.has(key)) {
                repeated.add(key);
            } else {
                side.set(key, trace.origin + BigInt(event.time));
            }
        }
    }
    cursor.close();
    for (const key of repeated) {
        sent.delete(key);
        received.delete(key);
    }
    return { sent, received };
}

function isNetworkType({ name }: EventType): boolean {
    return SENT.test(name) || RECEIVED.test(name);
}

/** Sequence numbers, ports and flags of the TCP header, wherever it is in the fields. */
function packetKey(fields: Readonly<Record<string, FieldValue>>): string | undefined {
    const header = tcpHeader(fields, 0);
    if (!header) {
        return undefined;
    }
    const ports = [
        header.source_port ?? header.sport ?? header.source,
        header.dest_port ?? header.dport ?? header.dest
    ];
    return [header.seq, header.ack_seq ?? header.ack, header.flags ?? '', ...ports].map(String).join(' ');
}

function tcpHeader(value: FieldValue, depth: number): Readonly<Record<string, FieldValue>> | undefined {
    if (typeof value !== 'object' || Array.isArray(value) || depth > 6) {
        return undefined;
    }
    const fields = value as Readonly<Record<string, FieldValue>>;
    if (isInteger(fields.seq) && (isInteger(fields.ack_seq) || isInteger(fields.ack))) {
        return fields;
    }
    for (const inner of Object.values(fields)) {
        const found = tcpHeader(inner, depth + 1);
        if (found) {
            return found;
        }
    }
    return undefined;
}

function isInteger(value: FieldValue | undefined): boolean {
    return typeof value === 'number' || typeof value === 'bigint';
}
