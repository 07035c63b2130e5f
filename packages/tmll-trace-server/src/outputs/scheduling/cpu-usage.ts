import type { BusyColumn } from '../columns/busy-column';
import { formatDuration, formatPercent } from '../format';
import { type OutputEntry, type SeriesFilter, textHeaders, type TimeSpan, type XyOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { rates } from '../sample';
import { isThreadSwitch, Scheduling } from './scheduling';

const TOTAL = 'total';
const PERCENT = 100;

/** Share of CPU time used in all (100 % a CPU) and by each thread. Threads that did not run in the span are left out. */
export const cpuUsage: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.analysis.os.linux.core.cpuusage.CpuUsageDataProvider',
        name: 'CPU Usage',
        description:
            'Show the CPU usage of a Linux kernel trace, returns the CPU usage per process and can be filtered by CPU core',
        type: 'TREE_TIME_XY'
    },
    recorders: [Scheduling],
    appliesTo: types => types.some(isThreadSwitch),
    tree(recording, span = wholeTrace(recording)) {
        const scheduling = recording.of(Scheduling);
        const used = (columns: readonly BusyColumn[]): number =>
            columns.reduce((sum, column) => sum + column.upTo(span.end) - column.upTo(span.start), 0);
        const total = used(scheduling.cpus.map(cpu => cpu.busy));
        const threads = scheduling.threads
            .map(thread => ({ thread, time: used([...thread.busy.values()]) }))
            .filter(({ time }) => time > 0)
            .sort((a, b) => b.time - a.time);
        const entries: OutputEntry[] = [
            {
                key: TOTAL,
                labels: [recording.name, 'Total', ...amounts(total, span)],
                hasData: true,
                isDefault: true
            }
        ];
        for (const { thread, time } of threads) {
            entries.push({
                key: String(thread.tid),
                parent: TOTAL,
                labels: [thread.name, String(thread.tid), ...amounts(time, span)],
                hasData: true
            });
        }
        return { headers: textHeaders('Process', 'TID', '%', 'Time'), entries };
    },
    series(recording, key, sampling, filter = {}) {
        const columns = columnsOf(recording.of(Scheduling), key, filter);
        if (!columns) {
            return undefined;
        }
        const busy = (time: number): number => columns.reduce((sum, column) => sum + column.upTo(time), 0);
        return {
            name: key === TOTAL ? `total:${recording.name}` : `${recording.name}:${key}`,
            values: rates(sampling, busy, PERCENT),
            unit: '%'
        };
    }
};

function columnsOf(scheduling: Scheduling, key: string, { cpus }: SeriesFilter): BusyColumn[] | undefined {
    const wanted = (cpu: number): boolean => !cpus || cpus.size === 0 || cpus.has(cpu);
    if (key === TOTAL) {
        return scheduling.cpus.filter(({ cpu }) => wanted(cpu)).map(({ busy }) => busy);
    }
    const thread = scheduling.thread(Number(key));
    return thread && [...thread.busy].filter(([cpu]) => wanted(cpu)).map(([, busy]) => busy);
}

function amounts(time: number, span: TimeSpan): string[] {
    const length = span.end - span.start;
    return [formatPercent(length > 0 ? (time * PERCENT) / length : 0), formatDuration(time)];
}

function wholeTrace({ trace }: TraceRecording): TimeSpan {
    return { start: trace.start, end: trace.end };
}
