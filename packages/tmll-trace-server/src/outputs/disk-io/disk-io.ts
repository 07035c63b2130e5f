import type { OutputEntry, XyOutput } from '../output';
import { rates } from '../sample';
import type { TransferKind } from './block-requests';
import { DiskTransfers, isRequestCompletion } from './disk-transfers';

const ROOT = 'trace';
const KINDS: readonly TransferKind[] = ['read', 'write'];
const NS_PER_SECOND = 1e9;

/** Bytes per second that each disk reads and writes. */
export const diskIo: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.analysis.os.linux.core.inputoutput.DisksIODataProvider',
        name: 'Disk I/O View',
        description: 'Show the input and output throughput for each drive on a machine',
        type: 'TREE_TIME_XY'
    },
    styles: { base: { values: { 'series-type': 'area', width: 1.0 } } },
    recorders: [DiskTransfers],
    appliesTo: types => types.some(isRequestCompletion),
    tree(recording) {
        const entries: OutputEntry[] = [{ key: ROOT, labels: [recording.name], hasData: false }];
        for (const { device, name } of recording.of(DiskTransfers).disks) {
            const disk = String(device);
            entries.push({ key: disk, parent: ROOT, labels: [name], hasData: false });
            for (const kind of KINDS) {
                entries.push({
                    key: `${disk}/${kind}`,
                    parent: disk,
                    labels: [kind],
                    hasData: true,
                    isDefault: true
                });
            }
        }
        return { headers: [], entries };
    },
    series(recording, key, sampling) {
        const [device, kind] = key.split('/');
        const disk = recording.of(DiskTransfers).disk(Number(device));
        if (!disk || (kind !== 'read' && kind !== 'write')) {
            return undefined;
        }
        return {
            name: `${recording.name}/${disk.name}/${kind}`,
            values: rates(sampling, time => disk.transfers[kind].upTo(time), NS_PER_SECOND),
            unit: 'B/s'
        };
    }
};
