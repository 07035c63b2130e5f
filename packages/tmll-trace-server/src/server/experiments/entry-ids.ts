import type { AnyOutput } from '../../outputs/output';
import type { TraceRecording } from '../../outputs/recording/trace-recording';

/** What an id of a tree's entry stands for. */
export interface EntryAddress {
    readonly output: AnyOutput;
    readonly recording: TraceRecording;
    readonly key: string;
}

/** TSP knows entries by numbers, outputs know theirs by keys: this keeps which is which, for one experiment. */
export class EntryIds {
    private readonly addresses: EntryAddress[] = [];
    private readonly ids = new Map<AnyOutput, Map<TraceRecording, Map<string, number>>>();

    /** The number of an entry, the same whenever it is asked for. */
    idOf(address: EntryAddress): number {
        const ofRecording = entry(entry(this.ids, address.output), address.recording);
        let id = ofRecording.get(address.key);
        if (id === undefined) {
            id = this.addresses.length;
            this.addresses.push(address);
            ofRecording.set(address.key, id);
        }
        return id;
    }

    /** What numbers stand for, each once; those that were never given out, or are of other outputs, are left out. */
    addressesOf(output: AnyOutput, ids: readonly number[]): [number, EntryAddress][] {
        const found: [number, EntryAddress][] = [];
        for (const id of new Set(ids)) {
            const address = this.addresses.at(id);
            if (address?.output === output) {
                found.push([id, address]);
            }
        }
        return found;
    }
}

function entry<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
    let inner = map.get(key);
    if (!inner) {
        inner = new Map();
        map.set(key, inner);
    }
    return inner;
}
