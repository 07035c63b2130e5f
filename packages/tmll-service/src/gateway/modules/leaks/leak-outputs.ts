import { formatDuration, formatValue, LeakData, leakDocument } from 'tmll-analysis/algorithms';
import { genericXyView } from '../../outputs/generic-xy-view';
import { tableView } from '../../outputs/table-view';
import { ChartSeries, timeXyView } from '../../outputs/time-xy-view';
import { documentView } from '../document-view';
import { ModuleOutputs } from '../module-outputs';

/** Memory leaks: the report, tables of what to look at, memory over time, and how long blocks live. */
export const leakOutputs: ModuleOutputs<LeakData> = {
    module: 'leaks',
    views: [
        documentView<LeakData>(({ data }) => leakDocument(data)),
        tableView<LeakData>({
            id: 'suspicious',
            name: 'Suspicious Allocations',
            description: 'Where to look first: places whose blocks stay',
            columns: [
                { name: 'Location', description: 'The call site', type: 'STRING' },
                {
                    name: 'Pointer',
                    description: 'The oldest of its blocks',
                    type: 'STRING'
                },
                {
                    name: 'Size',
                    description: 'Bytes that are live at the end',
                    type: 'STRING'
                },
                {
                    name: 'Allocation Count',
                    description: 'Blocks that are live at the end',
                    type: 'NUMBER'
                },
                {
                    name: 'Event Context',
                    description: 'The event that handed them out',
                    type: 'STRING'
                },
                { name: 'Verdict', description: 'Whether it grows', type: 'STRING' }
            ],
            lines: ({ data }) =>
                data.suspicious.map(({ name, pointer, bytes, allocationCount, eventContext, verdict }) => [
                    ...[name, pointer, formatValue(bytes, 'B'), String(allocationCount), eventContext, verdict]
                ])
        }),
        tableView<LeakData>({
            id: 'sites',
            name: 'Call Sites',
            description: 'All places with live blocks at the end, those that grow first',
            columns: [
                {
                    name: 'Call Site',
                    description: 'Function, module and offset',
                    type: 'STRING'
                },
                { name: 'Verdict', description: 'Whether it grows', type: 'STRING' },
                { name: 'Severity', description: 'From 0 to 100', type: 'NUMBER' },
                { name: 'Live Bytes', description: 'At the end', type: 'NUMBER' },
                { name: 'Live Blocks', description: 'At the end', type: 'NUMBER' },
                { name: 'Rate', description: 'Of what stays', type: 'STRING' },
                { name: 'Allocations', description: 'In all', type: 'NUMBER' },
                { name: 'Deallocations', description: 'In all', type: 'NUMBER' },
                {
                    name: 'Median Age',
                    description: 'Of the live blocks',
                    type: 'STRING'
                },
                { name: 'Reason', description: 'Why this verdict', type: 'STRING' }
            ],
            lines: ({ data }) =>
                data.sites.map(site => [
                    ...[site.name, site.verdict, site.severity.toFixed(0), String(site.bytes), String(site.blocks)],
                    ...[formatValue(site.rate.bytesPerSecond, 'B/s'), String(site.allocations)],
                    ...[String(site.deallocations), formatDuration(BigInt(Math.round(site.medianAgeNs))), site.reason]
                ])
        }),
        timeXyView<LeakData>({
            id: 'usage',
            name: 'Memory',
            description: 'Live bytes over time, with their rolling mean and trend; below, those of each call site',
            draw: 'line',
            folding: 'max',
            series: ({ data }) => [
                ...usageSeries(data, {
                    'live bytes': 'liveValues',
                    'rolling mean': 'rollingMeanValues',
                    trend: 'trendValues'
                }),
                ...siteSeries(data)
            ]
        }),
        timeXyView<LeakData>({
            id: 'operations',
            name: 'Operations',
            description: 'Allocations and deallocations of each window',
            draw: 'line',
            folding: 'mean',
            series: ({ data }) =>
                usageSeries(
                    data,
                    {
                        allocations: 'allocationValues',
                        deallocations: 'deallocationValues'
                    },
                    ''
                )
        }),
        timeXyView<LeakData>({
            id: 'fragmentation',
            name: 'Fragmentation',
            description: 'Share of the bytes of touched pages that no live block uses, in percent',
            draw: 'line',
            folding: 'mean',
            series: ({ data }) =>
                usageSeries(data, { fragmentation: 'fragmentationValues' }, '%').map(series => ({
                    ...series,
                    data: {
                        ...series.data,
                        values: series.data.values.map(share => 100 * share)
                    }
                }))
        }),
        genericXyView<LeakData>({
            id: 'lifetimes',
            name: 'Lifetimes',
            description: 'How many blocks lived how long before they were given back',
            draw: 'bar',
            series: ({ data: { lifetimes } }) => {
                const { edgeValues, countValues } = lifetimes;
                const ranges = Array.from(countValues, (_, index) => ({
                    start: BigInt(Math.ceil(edgeValues[index])),
                    end: BigInt(Math.max(Math.ceil(edgeValues[index]), Math.ceil(edgeValues[index + 1]) - 1))
                }));
                const x = {
                    ranges,
                    label: 'Lifetime',
                    unit: 'ns',
                    dataType: 'DURATION'
                } as const;
                return ranges.length === 0 ? [] : [{ path: ['blocks'], unit: '', x, values: countValues }];
            }
        })
    ]
};

/** Columns of the usage by name. */
function usageSeries<K extends keyof LeakData['usage']>(
    { usage }: LeakData,
    columns: Readonly<Record<string, K>>,
    unit = 'B'
): ChartSeries[] {
    return Object.entries(columns).map(([name, column]) => ({
        path: [name],
        unit,
        isDefault: true,
        data: {
            origin: usage.originNs,
            times: usage.times,
            values: usage[column] as Float64Array
        }
    }));
}

function siteSeries({ usage, sites }: LeakData): ChartSeries[] {
    return sites.map(({ name, liveValues }) => ({
        path: ['call sites', name],
        unit: 'B',
        isDefault: false,
        data: {
            origin: usage.originNs,
            times: usage.siteTimes,
            values: liveValues
        }
    }));
}
