import type { DataTreeOutput, OutputEntry, TimeSpan } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { statisticsHeaders, statisticsLabels } from '../statistics-labels';
import type { SegmentAnalysis } from './segment-analysis';
import type { SegmentTable } from './segment-table';

const ROOT = 'trace';

/** What makes a tree of statistics. */
export interface LatencyStatisticsOptions {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly analysis: SegmentAnalysis;
    /** What segments are grouped by; default: their names. */
    groupOf?(segments: SegmentTable, rank: number): string;
}

/** Statistics of the lengths of segments, in all and by name. */
export function segmentStatistics(analysis: SegmentAnalysis): DataTreeOutput {
    return latencyStatistics({
        id: `org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreStatisticsDataProvider:${analysis.id}`,
        name: `${analysis.name} - Latency Statistics`,
        description: `Show latency statistics provided by Analysis module: ${analysis.name}`,
        analysis
    });
}

/** Statistics of the lengths of segments, in all and by group; of a selection as well when there is one. */
export function latencyStatistics(options: LatencyStatisticsOptions): DataTreeOutput {
    const { id, name, description, analysis } = options;
    return {
        kind: 'data',
        descriptor: { id, name, description, type: 'DATA_TREE' },
        recorders: [analysis.recorder],
        appliesTo: types => analysis.appliesTo(types),
        tree: (recording, span) => ({
            headers: statisticsHeaders,
            entries: [
                ...entriesOf(recording, options, 'Total'),
                ...(span ? entriesOf(recording, options, 'Selection', span).slice(1) : [])
            ]
        })
    };
}

/** The trace, and below it all its segments, and below those the ones of each group. */
function entriesOf(
    recording: TraceRecording,
    { analysis, groupOf }: LatencyStatisticsOptions,
    title: string,
    span?: TimeSpan
): OutputEntry[] {
    const { name: traceName, trace } = recording;
    const { segments } = recording.of(analysis.recorder);
    const { total, byGroup } = segments.statistics(span, groupOf && (rank => groupOf(segments, rank)));
    const labels = (label: string, statistics = total): string[] =>
        statistics ? statisticsLabels(label, statistics, trace.origin) : withoutValues(label);
    return [
        { key: ROOT, labels: labels(traceName), hasData: true },
        { key: title, parent: ROOT, labels: labels(title), hasData: true },
        ...[...byGroup].map(([name, statistics]) => ({
            key: `${title}/${name}`,
            parent: title,
            labels: labels(name, statistics),
            hasData: true
        }))
    ];
}

function withoutValues(label: string): string[] {
    return statisticsHeaders.map((_, column) => (column === 0 ? label : ''));
}
