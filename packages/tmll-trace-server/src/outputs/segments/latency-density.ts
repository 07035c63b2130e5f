import type { GenericXyOutput } from '../output';
import { nameOf, nameTree } from './name-tree';
import type { SegmentAnalysis } from './segment-analysis';
import type { SegmentTable } from './segment-table';

const ID = 'org.eclipse.tracecompass.internal.analysis.timing.core.segmentstore.SegmentStoreDensityDataProvider';

/** How many segments of each name have which length: counts over ranges of lengths, the same for all. */
export function latencyDensity(analysis: SegmentAnalysis): GenericXyOutput {
    return {
        kind: 'genericXy',
        descriptor: {
            id: `${ID}:${analysis.id}`,
            name: `${analysis.name} - Latency Density`,
            description: `Shows latency density distribution by Analysis module: ${analysis.name}`,
            type: 'TREE_GENERIC_XY'
        },
        recorders: [analysis.recorder],
        appliesTo: types => analysis.appliesTo(types),
        xAxis: { label: 'Duration', unit: 'ns', dataType: 'DURATION' },
        yAxis: { label: 'Count', unit: '', dataType: 'NUMBER' },
        tree: (recording, span) => nameTree(recording, analysis, span),
        extent: recording => longestSegment(recording.of(analysis.recorder).segments),
        series(recording, key, ranges, span) {
            const name = nameOf(key);
            const values = new Float64Array(ranges.count);
            const { segments } = recording.of(analysis.recorder);
            for (const rank of name === undefined ? [] : segments.named(name)) {
                const { start, end } = segments.at(rank);
                if (start <= span.end && end >= span.start) {
                    values[ranges.indexOf(end - start)]++;
                }
            }
            return { name: name ?? recording.name, values };
        }
    };
}

const lengths = new WeakMap<SegmentTable, number>();

/** The greatest length of all segments. */
export function longestSegment(segments: SegmentTable): number {
    let most = lengths.get(segments);
    if (most === undefined) {
        most = 0;
        for (const rank of segments.touching()) {
            const { start, end } = segments.at(rank);
            most = Math.max(most, end - start);
        }
        lengths.set(segments, most);
    }
    return most;
}
