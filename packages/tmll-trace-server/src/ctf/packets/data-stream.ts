import { basename } from 'node:path';
import { StreamClass } from '../metadata/trace-class';
import { Packet } from './packet';
import { PacketList, PacketTable } from './packet-table';

/** A data stream: its packets in the order of time, from one file or several. */
export interface DataStream {
    readonly streamClass: StreamClass;
    readonly packets: PacketTable;
}

/** Events that were discarded between two packets. */
export interface DiscardedEvents {
    readonly count: number;
    /** In cycles of the stream's clock, as far as the packets say. */
    readonly from: bigint | undefined;
    readonly to: bigint | undefined;
}

/**
 * Puts the packets of all files of a trace into streams. Files of the same stream are joined when the packets say which
 * stream they belong to and when they begin: so are rotation chunks and snapshots. A packet that several snapshots hold is
 * kept once.
 */
export function dataStreams(files: readonly PacketList[]): DataStream[] {
    const streams = new Map<string, PacketList[]>();
    files.forEach((packets, index) => {
        const first = packets.at(0);
        if (first) {
            const known = first.instance !== undefined && first.begin !== undefined;
            const key = known ? `${first.streamClass.id} ${first.instance}` : `file ${index}`;
            streams.set(key, [...(streams.get(key) ?? []), packets]);
        }
    });
    return [...streams.values()].map(lists => {
        const packets = lists.length > 1 ? inOrderOnce(PacketTable.of(...lists)) : PacketTable.of(...lists);
        return { streamClass: (packets.at(0) as Packet).streamClass, packets };
    });
}

/** The channel's name: the file's without the number of its buffer. */
export function channelName(path: string): string {
    return basename(path).replace(/_\d+$/, '');
}

/** What was lost between the packets: each counts all that was discarded in its stream so far. */
export function discardedEvents({ packets }: DataStream): DiscardedEvents[] {
    const lost: DiscardedEvents[] = [];
    let last: Packet | undefined;
    for (const packet of packets) {
        if (last?.discarded !== undefined && packet.discarded !== undefined && packet.discarded > last.discarded) {
            lost.push({
                count: Number(packet.discarded - last.discarded),
                from: last.end ?? packet.begin,
                to: packet.end ?? packet.begin
            });
        }
        last = packet;
    }
    return lost;
}

/** By time; of packets that several files hold only the first. */
function inOrderOnce(packets: PacketTable): PacketTable {
    const order = Uint32Array.from({ length: packets.length }, (_, index) => index);
    order.sort((a, b) => compare(packets.beginOf(a), packets.beginOf(b)) || a - b);
    const once = new PacketTable();
    // Where packets that begin at one time were seen first, by what makes them the same.
    let seen = new Map<string, string>();
    let begin: bigint | undefined;
    for (const index of order) {
        const packet = packets.at(index) as Packet;
        if (packets.beginOf(index) !== begin) {
            begin = packets.beginOf(index);
            seen = new Map();
        }
        const key = `${packet.end} ${packet.sequence} ${packet.size}`;
        const path = seen.get(key);
        if (path === undefined || path === packet.path) {
            seen.set(key, packet.path);
            once.push(packet);
        }
    }
    return once;
}

function compare(a: bigint, b: bigint): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
