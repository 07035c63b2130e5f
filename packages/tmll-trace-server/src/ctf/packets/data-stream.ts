import { basename } from 'node:path';
import { StreamClass } from '../metadata/trace-class';
import { Packet } from './packet';

/** A data stream: its packets in the order of time, from one file or several. */
export interface DataStream {
    readonly streamClass: StreamClass;
    readonly packets: readonly Packet[];
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
export function dataStreams(files: readonly (readonly Packet[])[]): DataStream[] {
    const streams = new Map<string, Packet[]>();
    files.forEach((packets, index) => {
        const [first] = packets;
        if (first) {
            const known = first.instance !== undefined && first.begin !== undefined;
            const key = known ? `${first.streamClass.id} ${first.instance}` : `file ${index}`;
            const joined = streams.get(key);
            if (joined) {
                joined.push(...packets);
            } else {
                streams.set(key, [...packets]);
            }
        }
    });
    return [...streams.values()].map(packets => ({
        streamClass: packets[0].streamClass,
        packets: packets.some(packet => packet.path !== packets[0].path) ? inOrderOnce(packets) : packets
    }));
}

/** The channel's name: the file's without the number of its buffer. */
export function channelName(path: string): string {
    return basename(path).replace(/_\d+$/, '');
}

/** What was lost between the packets: each counts all that was discarded in its stream so far. */
export function discardedEvents({ packets }: DataStream): DiscardedEvents[] {
    const lost: DiscardedEvents[] = [];
    for (let index = 1; index < packets.length; index++) {
        const last = packets[index - 1];
        const packet = packets[index];
        if (last.discarded !== undefined && packet.discarded !== undefined && packet.discarded > last.discarded) {
            lost.push({
                count: Number(packet.discarded - last.discarded),
                from: last.end ?? packet.begin,
                to: packet.end ?? packet.begin
            });
        }
    }
    return lost;
}

function inOrderOnce(packets: readonly Packet[]): Packet[] {
    const ordered = packets
        .map((packet, index) => ({ packet, index }))
        .sort((a, b) => compare(a.packet.begin ?? 0n, b.packet.begin ?? 0n) || a.index - b.index)
        .map(({ packet }) => packet);
    return ordered.filter((packet, index) => {
        for (let other = index - 1; other >= 0 && ordered[other].begin === packet.begin; other--) {
            if (isSame(ordered[other], packet)) {
                return false;
            }
        }
        return true;
    });
}

function isSame(a: Packet, b: Packet): boolean {
    return a.end === b.end && a.sequence === b.sequence && a.size === b.size && a.path !== b.path;
}

function compare(a: bigint, b: bigint): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
