import {
    CpuUse,
    formatDuration,
    formatShare,
    formatValue,
    IdleData,
    interpretIdle,
    TimeRange
} from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../../outputs/data-tree-view';
import { ChartData } from '../../outputs/sample-times';
import { timeGraphView } from '../../outputs/time-graph-view';
import { timeXyView } from '../../outputs/time-xy-view';
import { documentView } from '../document-view';
import { kindStyles } from '../kind-styles';
import { ModuleOutputs } from '../module-outputs';

const IDLE = 'Idle';

/** Idle resources: when each rests, how busy the CPUs are, and with whom. */
export const idleOutputs: ModuleOutputs<IdleData> = {
    module: 'idle',
    views: [
        timeGraphView<IdleData>({
            id: 'idle-periods',
            name: 'Idle Periods',
            description: 'When each resource rests',
            styles: kindStyles([IDLE]),
            rows: ({ data }) =>
                data.resources.map(({ series, unit, threshold, idleShare, periods }) => ({
                    path: series.path,
                    states: periods.map(({ startNs, endNs }) => ({
                        start: startNs,
                        end: endNs + 1n,
                        label: IDLE,
                        style: IDLE,
                        tooltip: {
                            Duration: formatDuration(endNs + 1n - startNs),
                            Below: formatValue(threshold, unit),
                            'Of its time': formatShare(idleShare, 1)
                        }
                    }))
                }))
        }),
        timeXyView<IdleData>({
            id: 'cpus',
            name: 'CPU Utilization',
            description: 'The share of time for which each CPU was busy, from its scheduling, in percent',
            draw: 'line',
            folding: 'mean',
            series: ({ data, provenance: { range } }) =>
                (data.scheduling?.cpus ?? []).map(cpu => ({
                    path: [`CPU ${cpu.cpu}`],
                    unit: '%',
                    isDefault: true,
                    data: utilization(cpu, range)
                }))
        }),
        dataTreeView<IdleData>({
            id: 'tasks',
            name: 'Tasks',
            description: 'Which tasks ran longest, on all CPUs and on each',
            headers: [
                { name: 'Task', tooltip: 'CPUs, and the tasks that ran on them' },
                { name: 'Share', tooltip: 'Of the time known, in percent' },
                { name: 'Time', tooltip: 'For which it ran' }
            ],
            lines: ({ data }) => taskLines(data)
        }),
        documentView(interpretIdle)
    ]
};

/** A value for each slice of the range, at its end. */
function utilization({ sliceValues }: CpuUse, { startNs, endNs }: TimeRange): ChartData {
    const slice = Number(endNs - startNs) / sliceValues.length;
    return {
        origin: startNs,
        times: sliceValues.map((_, index) => Math.round((index + 1) * slice)),
        values: sliceValues.map(share => share * 100)
    };
}

function taskLines({ scheduling }: IdleData): TreeLine[] {
    if (scheduling === undefined) {
        return [];
    }
    const { cpus, tasks, utilization: busy } = scheduling;
    const sum = cpus.reduce((total, { busyNs }) => total + busyNs, 0n);
    return [
        line('All CPUs', busy, sum, tasks),
        ...cpus.map(each => line(`CPU ${each.cpu}`, each.utilization, each.busyNs, each.tasks))
    ];
}

function line(name: string, share: number, ns: bigint, tasks: CpuUse['tasks'] = []): TreeLine {
    return {
        labels: [name, formatShare(share, 1), formatDuration(ns)],
        children: tasks.map(task => line(task.name, task.share, task.ns))
    };
}
