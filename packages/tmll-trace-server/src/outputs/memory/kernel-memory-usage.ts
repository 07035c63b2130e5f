import type { OutputEntry, Sampling, XyOutput } from '../output';
import { isPageEvent, type PageOwner, PageUsage } from './page-usage';

const TOTAL = 'total';
const UNKNOWN_THREAD = 'other';

/**
 * Bytes of the kernel's pages that threads hold, in all and by thread, relative to the lowest balance of each: what was
 * allocated before the trace began is not known, and a thread may free more than it allocates.
 */
export const kernelMemoryUsage: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.analysis.os.linux.core.kernelmemoryusage',
        name: 'Kernel Memory Usage',
        description:
            'Show the relative memory usage in the Linux kernel by process, can be filtered to show only the processes which were active on a time range',
        type: 'TREE_TIME_XY'
    },
    recorders: [PageUsage],
    appliesTo: types => types.some(isPageEvent),
    tree(recording) {
        const pages = recording.of(PageUsage);
        const labels = pages.labels();
        const threads: OutputEntry[] = pages.owners.map((owner, index) => ({
            key: keyOf(owner),
            parent: TOTAL,
            labels: [labels[index]],
            hasData: true
        }));
        return {
            headers: [],
            entries: [{ key: TOTAL, labels: [recording.name], hasData: true, isDefault: true }, ...threads]
        };
    },
    series(recording, key, sampling) {
        const { owners } = recording.of(PageUsage);
        if (key === TOTAL) {
            const values = new Float64Array(sampling.times.length);
            for (const owner of owners) {
                heldBy(owner, sampling).forEach((bytes, index) => (values[index] += bytes));
            }
            return { name: `${recording.name}:total`, values, unit: 'B' };
        }
        const owner = owners.find(candidate => keyOf(candidate) === key);
        return owner && { name: `${recording.name}:${key}`, values: heldBy(owner, sampling), unit: 'B' };
    }
};

function keyOf({ tid }: PageOwner): string {
    return tid === undefined ? UNKNOWN_THREAD : String(tid);
}

function heldBy({ bytes }: PageOwner, sampling: Sampling): Float64Array {
    return sampling.times.map(time => (bytes.at(time) ?? 0) - bytes.minimum);
}
