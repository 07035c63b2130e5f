import {
    ChangePointData,
    formatShare,
    formatValue,
    interpretChangePoints,
    Segment,
    SeriesChangePoints,
    seriesName,
    worstSeverity
} from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../../outputs/data-tree-view';
import { severityLevel } from '../../outputs/severity-styles';
import { ChartData, sampleAt } from '../../outputs/sample-times';
import { timeGraphView } from '../../outputs/time-graph-view';
import { timeXyView } from '../../outputs/time-xy-view';
import { documentView } from '../document-view';
import { ChartOverlay, ModuleOutputs } from '../module-outputs';
import { pulseAt } from '../pulse';
import { segmentRows, SEGMENT_STYLES } from './segment-rows';

/** Change points: how likely each moment begins something new, the stretches between, and a table of before and after. */
export const changePointOutputs: ModuleOutputs<ChangePointData> = {
    module: 'changepoints',
    views: [
        timeXyView<ChangePointData>({
            id: 'probability',
            name: 'Probability',
            description: 'How likely something new begins at each moment, in percent',
            draw: 'line',
            folding: 'max',
            series: ({ data }) =>
                data.series.map(({ series, probability: { originNs, times, values } }) => ({
                    path: series.path,
                    unit: '%',
                    isDefault: true,
                    data: { origin: originNs, times, values: values.map(value => value * 100) }
                }))
        }),
        timeGraphView<ChangePointData>({
            id: 'stretches',
            name: 'Stretches',
            description: 'The stretches between changes, one row for each series, labelled with their level',
            styles: SEGMENT_STYLES,
            rows: ({ data }) => segmentRows(data.series)
        }),
        dataTreeView<ChangePointData>({
            id: 'changes',
            name: 'Changes',
            description: 'Each change with what was before and after it; below, where several series change together',
            headers: [
                { name: 'Series', tooltip: 'What changes' },
                { name: 'Before', tooltip: 'Mean before the change' },
                { name: 'After', tooltip: 'Mean after the change' },
                { name: 'Step', tooltip: 'How much it changes' },
                { name: 'Probability', tooltip: 'How sure it is that there is a change' },
                { name: 'Severity', tooltip: 'From 0 (harmless) to 100 (look at it now)' },
                { name: 'Time Range', tooltip: 'Where the change lies, ns since the epoch', dataType: 'TIME_RANGE' }
            ],
            lines: ({ data }) => [...data.series.flatMap(changeLines), ...jointLines(data)]
        }),
        documentView(interpretChangePoints)
    ],
    overlays: ({ data }) => data.series.flatMap(overlaysOf)
};

function changeLines({ name, unit, changes }: SeriesChangePoints): TreeLine[] {
    const children = changes.map(({ before, after, step, probability, severity, startNs, endNs }) => ({
        labels: [
            step > 0 ? 'rises' : 'falls',
            formatValue(before.mean, unit),
            formatValue(after.mean, unit),
            formatValue(step, unit),
            formatShare(probability),
            severityText(severity),
            timeRange(startNs, endNs)
        ]
    }));
    return children.length > 0 ? [{ labels: [name, '', '', '', '', '', ''], children }] : [];
}

function jointLines({ joint }: ChangePointData): TreeLine[] {
    return joint.flatMap(({ method, changes }) =>
        changes.map(({ members, of, probability, severity, startNs, endNs }) => ({
            labels: [
                `${members.length} of ${of} series together (${method})`,
                ...['', '', ''],
                ...[formatShare(probability), severityText(severity), timeRange(startNs, endNs)]
            ],
            children: members.map(({ series, unit, before, after }) => ({
                labels: [
                    seriesName(series.path),
                    formatValue(before, unit),
                    formatValue(after, unit),
                    formatValue(after - before, unit),
                    ...['', '', '']
                ]
            }))
        }))
    );
}

function overlaysOf({ series, changes, segments }: SeriesChangePoints): ChartOverlay[] {
    const severity = worstSeverity(changes);
    const name = series.path.at(-1);
    const level = levelOf(segments);
    return [
        {
            ...{ key: 'pulse', on: series, name: `▲ changes: ${name}`, severity, mayBeDefault: changes.length > 0 },
            sample: (at, top) => pulseAt(changes, at, top)
        },
        {
            ...{ key: 'level', on: series, name: `level: ${name}`, severity, mayBeDefault: false },
            sample: at => sampleAt(level, at, 'hold')
        }
    ];
}

/** The mean of each stretch, over its whole length. */
function levelOf(segments: readonly Segment[]): ChartData {
    const origin = segments[0]?.startNs ?? 0n;
    return {
        origin,
        times: Float64Array.from(segments, ({ endNs }) => Number(endNs - origin)),
        values: Float64Array.from(segments, ({ mean }) => mean)
    };
}

function severityText(severity: number): string {
    return `${severityLevel(severity).name} (${Math.round(severity)})`;
}

function timeRange(startNs: bigint, endNs: bigint): string {
    return `[${startNs},${endNs}]`;
}
