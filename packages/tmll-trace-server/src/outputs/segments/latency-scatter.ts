import type { ScatterOutput, ScatterPoints, Sampling } from '../output';
import { nameOf, nameTree } from './name-tree';
import type { SegmentAnalysis } from './segment-analysis';
import type { SegmentTable } from './segment-table';

const ID = 'org.eclipse.tracecompass.internal.analysis.timing.core.segmentstore.scatter.dataprovider';

/** The length of each segment at its start, less those that would be drawn over another one of their name. */
export function latencyScatter(analysis: SegmentAnalysis): ScatterOutput {
    return {
        kind: 'scatter',
        descriptor: {
            id: `${ID}:${analysis.id}`,
            name: `${analysis.name} - Latency vs Time`,
            description: `Show latencies provided by Analysis module: ${analysis.name}`,
            type: 'TREE_TIME_XY'
        },
        recorders: [analysis.recorder],
        appliesTo: types => analysis.appliesTo(types),
        tree: (recording, span) => nameTree(recording, analysis, span),
        points(recording, key, sampling) {
            const name = nameOf(key);
            return name === undefined
                ? undefined
                : {
                      name: `${recording.name}/${name}`,
                      unit: 'ns',
                      ...pointsOf(recording.of(analysis.recorder).segments, name, sampling)
                  };
        }
    };
}

/**
 * A segment is left out when it starts in the same pixel as the last one shown, and its length falls in the same range of lengths,
 * as long as a pixel too: what Trace Compass's scatter charts do.
 */
function pointsOf(
    segments: SegmentTable,
    name: string,
    { times: asked }: Sampling
): Pick<ScatterPoints, 'times' | 'values'> {
    const from = asked[0];
    const to = asked[asked.length - 1];
    const pixel = Math.max(1, Math.floor((to - from) / asked.length));
    const ranks = segments.named(name);
    const times: number[] = [];
    const values: number[] = [];
    let last = { pixel: NaN, level: NaN };
    for (let position = segments.startingBefore(from, ranks); position < ranks.length; position++) {
        const { start, end } = segments.at(ranks[position]);
        if (start > to) {
            break;
        }
        const isHidden =
            start - from <= (last.pixel + 1) * pixel &&
            end - start >= last.level * pixel &&
            end - start <= (last.level + 1) * pixel;
        if (!isHidden) {
            times.push(start);
            values.push(end - start);
            last = { pixel: Math.floor((start - from) / pixel), level: Math.floor((end - start) / pixel) };
        }
    }
    return { times: Float64Array.from(times), values: Float64Array.from(values) };
}
