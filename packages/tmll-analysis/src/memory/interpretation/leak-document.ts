import { plotSection } from '../../document/plot-section';
import { DocumentSection, ReportDocument } from '../../document/report-document';
import { formatDuration } from '../../series/duration';
import { formatNs, formatShare, formatValue, formatValueRange } from '../../series/format';
import { LeakData, LeakProcess } from '../leak-result';
import { leakPlots } from './leak-plots';
import { recommendations } from './recommendations';

/** Rows of the table of suspicious locations, as in the quickstart. */
const TOP = 5;
const MOST_PROCESSES = 10;

/** What a result means, for people who do not look at heaps every day. */
export function leakDocument(data: LeakData): ReportDocument {
    return {
        title: 'Memory Leak Analysis Results',
        sections: [
            overview(data),
            memoryMetrics(data),
            {
                title: 'Detected Patterns',
                blocks: [
                    list(
                        data.patterns.map(({ sentence }) => sentence),
                        'No pattern stands out.'
                    )
                ]
            },
            suspiciousLocations(data),
            growingSites(data),
            processes(data.processes),
            usage(data),
            allocations(data),
            lifetimes(data),
            { title: 'Recommendations', blocks: [list(recommendations(data), 'Nothing to do.')] },
            plotSection('Charts', () => leakPlots(data))
        ]
    };
}

function overview({ severity, severityReasons, confidence, confidenceReasons }: LeakData): DocumentSection {
    return {
        title: 'Analysis Overview',
        blocks: [
            metrics({ Severity: severity, 'Confidence Score': confidence.toFixed(2) }),
            { kind: 'text', text: severityReasons.join(' ') },
            { kind: 'text', text: confidenceReasons.join(' ') }
        ]
    };
}

function memoryMetrics({ metrics: values, owners }: LeakData): DocumentSection {
    const { leakRate, liveTrend } = values;
    return {
        title: 'Memory Metrics',
        blocks: [
            metrics({
                'Unreleased Allocations': `${count(values.unreleasedAllocations)} (${bytes(values.unreleasedBytes)})`,
                'Total Allocations': count(values.totalAllocations),
                'Leak Rate': rate(leakRate),
                'Leak Start': values.leakStartNs === undefined ? undefined : formatNs(values.leakStartNs),
                'Trend of Live Memory': rate(liveTrend),
                'Average Allocation Size': bytes(values.averageAllocationSize),
                'Max Continuous Growth': duration(values.maxContinuousGrowthNs),
                'Memory Fragmentation': formatShare(values.memoryFragmentation, 2),
                'Left Out': `${count(owners.tracer.blocks)} blocks of the tracer (${bytes(owners.tracer.bytes)}), ${count(owners.runtime.blocks)} of the C library (${bytes(owners.runtime.bytes)})`
            })
        ]
    };
}

function suspiciousLocations({ suspicious }: LeakData): DocumentSection {
    const rows = suspicious
        .slice(0, TOP)
        .map(({ name, pointer, bytes: size, allocationCount, eventContext, verdict }) => [
            name,
            pointer,
            bytes(size),
            count(allocationCount),
            eventContext,
            verdict
        ]);
    const columns = [
        { title: 'Location' },
        { title: 'Pointer' },
        { title: 'Size', align: 'right' as const },
        { title: 'Allocation Count', align: 'right' as const },
        { title: 'Event Context' },
        { title: 'State' }
    ];
    return {
        title: `Top ${TOP} Suspicious Locations`,
        blocks: rows.length > 0 ? [{ kind: 'table', columns, rows }] : []
    };
}

/** Why the worst of them are called growing. */
function growingSites({ sites }: LeakData): DocumentSection {
    const growing = sites.filter(({ verdict, owner }) => verdict === 'growing' && owner !== 'tracer').slice(0, TOP);
    return {
        title: 'Evidence',
        blocks:
            growing.length > 0 ? [{ kind: 'list', items: growing.map(({ name, reason }) => `${name}: ${reason}`) }] : []
    };
}

function processes(all: readonly LeakProcess[]): DocumentSection {
    const columns = [
        { title: 'Process' },
        { title: 'Live Blocks', align: 'right' as const },
        { title: 'Live Memory', align: 'right' as const },
        { title: 'Allocations', align: 'right' as const },
        { title: 'Deallocations', align: 'right' as const }
    ];
    const rows = all
        .slice(0, MOST_PROCESSES)
        .map(each => [
            each.id < 0 ? each.name || 'unknown' : `${each.name || 'process'} (${each.id})`,
            count(each.blocks),
            bytes(each.bytes),
            count(each.allocations),
            count(each.deallocations)
        ]);
    return { title: 'Processes', blocks: all.length > 1 ? [{ kind: 'table', columns, rows }] : [] };
}

function usage({ metrics: { peakBytes, peakNs, averageBytes, standardDeviationBytes } }: LeakData): DocumentSection {
    return {
        title: 'Memory Usage Statistics',
        blocks: [
            metrics({
                'Peak Memory Usage': `${bytes(peakBytes)} at ${formatNs(peakNs)}`,
                'Average Memory Usage': bytes(averageBytes),
                'Memory Usage Std Dev': bytes(standardDeviationBytes)
            })
        ]
    };
}

function allocations({ metrics: values }: LeakData): DocumentSection {
    return {
        title: 'Allocation Statistics',
        blocks: [
            metrics({
                'Total Allocations': count(values.totalAllocations),
                'Total Deallocations': count(values.totalDeallocations),
                'Unmatched Allocations': count(values.unreleasedAllocations),
                'Unmatched Deallocations': count(values.unmatchedDeallocations),
                'Missed Deallocations': values.missedFrees > 0 ? count(values.missedFrees) : undefined,
                'Failed Allocations': values.failedAllocations > 0 ? count(values.failedAllocations) : undefined
            })
        ]
    };
}

function lifetimes({ metrics: { averageLifetimeNs, medianLifetimeNs, maximumLifetimeNs } }: LeakData): DocumentSection {
    return {
        title: 'Pointer Lifetime Statistics',
        blocks: [
            metrics({
                'Average Lifetime': duration(averageLifetimeNs),
                'Median Lifetime': duration(medianLifetimeNs),
                'Maximum Lifetime': duration(maximumLifetimeNs)
            })
        ]
    };
}

function metrics(values: Readonly<Record<string, string | undefined>>): DocumentSection['blocks'][number] {
    return {
        kind: 'metrics',
        metrics: Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : { name, value }))
    };
}

function list(items: readonly string[], none: string): DocumentSection['blocks'][number] {
    return items.length > 0 ? { kind: 'list', items } : { kind: 'text', text: none };
}

function count(value: number): string {
    return value.toLocaleString('en-US');
}

function bytes(value: number): string {
    return formatValue(value, 'B');
}

function rate({ bytesPerSecond, low, high }: LeakData['metrics']['leakRate']): string {
    return low === high
        ? formatValue(bytesPerSecond, 'B/s')
        : `${formatValue(bytesPerSecond, 'B/s')} (${formatValueRange(low, high, 'B/s')})`;
}

function duration(ns: number): string {
    return formatDuration(BigInt(Math.round(ns)));
}
