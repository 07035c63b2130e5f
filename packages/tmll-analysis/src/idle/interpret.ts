import { plotSection } from '../document/plot-section';
import { DocumentBlock, DocumentSection, ReportDocument } from '../document/report-document';
import { Plot } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { formatDuration } from '../series/duration';
import { formatNs, formatValue } from '../series/format';
import { CpuScheduling, IdleData, IdleResource } from './idle-result';
import { idleTimelinePlots } from './timeline-plot';
import { cpuSchedulingPlots, resourceUtilizationPlots } from './plots';
import { percent, recommendForIdle } from './recommendations';

const MOST_PERIODS = 5;
const MOST_TASKS = 10;

/** What rests, what is busy, and what could be done, in words, numbers and pictures. */
export function interpretIdle({ data, provenance }: AnalysisResult<IdleData>): ReportDocument {
    const { resources, scheduling } = data;
    const plots = (): Plot[] => [
        ...idleTimelinePlots(data, provenance.range),
        ...resourceUtilizationPlots(data, provenance.range),
        ...(scheduling === undefined ? [] : cpuSchedulingPlots(scheduling))
    ];
    return {
        title: 'Idle Resource Analysis Results',
        sections: [
            ...resources.map(resourceSection),
            ...(scheduling === undefined ? [] : schedulingSections(scheduling)),
            ...recommendationSections(data),
            plotSection('Plots', plots)
        ]
    };
}

function resourceSection(resource: IdleResource): DocumentSection {
    const { name, unit, average, peak, pattern, threshold, idleShare, periods } = resource;
    const longest = [...periods]
        .sort((a, b) => Number(b.endNs - b.startNs - (a.endNs - a.startNs)))
        .slice(0, MOST_PERIODS);
    const table: DocumentBlock = {
        kind: 'table',
        columns: [{ title: 'Idle from' }, { title: 'Duration', align: 'right' }],
        rows: longest.map(({ startNs, endNs }) => [formatNs(startNs), formatDuration(endNs - startNs)]),
        places: longest.map(({ startNs, endNs }) => ({ startNs, endNs, series: resource.series }))
    };
    return {
        title: name,
        blocks: [
            {
                kind: 'metrics',
                metrics: [
                    { name: 'Average', value: formatValue(average, unit) },
                    { name: 'Peak', value: formatValue(peak, unit) },
                    { name: 'Pattern', value: pattern },
                    { name: 'Idle below', value: formatValue(threshold, unit) },
                    { name: 'Idle', value: `${percent(idleShare)} of the time, in ${periods.length} periods` }
                ]
            },
            ...(longest.length === 0 ? [] : [table])
        ]
    };
}

function schedulingSections({
    cpus,
    utilization,
    contextSwitchesPerSecond,
    tasks,
    uniqueTasks
}: CpuScheduling): DocumentSection[] {
    return [
        {
            title: 'CPU Scheduling Analysis',
            blocks: [
                {
                    kind: 'metrics',
                    metrics: [
                        { name: 'CPUs', value: `${cpus.length}` },
                        { name: 'Utilization', value: percent(utilization) },
                        { name: 'Context switches', value: `${formatValue(contextSwitchesPerSecond, '')} a second` },
                        { name: 'Tasks', value: `${uniqueTasks}` }
                    ]
                },
                {
                    kind: 'table',
                    columns: [
                        { title: 'CPU', align: 'right' },
                        { title: 'Busy', align: 'right' },
                        { title: 'Switches/s', align: 'right' },
                        { title: 'Idle periods', align: 'right' },
                        { title: 'Longest', align: 'right' },
                        { title: 'Average', align: 'right' }
                    ],
                    rows: cpus.map(each => [
                        `${each.cpu}`,
                        percent(each.utilization),
                        formatValue(each.contextSwitchesPerSecond, ''),
                        `${each.idlePeriods}`,
                        each.longestIdle === undefined
                            ? '–'
                            : formatDuration(each.longestIdle.endNs - each.longestIdle.startNs),
                        formatDuration(each.averageIdleNs)
                    ]),
                    places: cpus.map(({ longestIdle }) => longestIdle)
                }
            ]
        },
        {
            title: 'Top Tasks',
            blocks: [
                {
                    kind: 'table',
                    columns: [{ title: 'Task' }, { title: 'Ran', align: 'right' }, { title: 'Share', align: 'right' }],
                    rows: tasks
                        .slice(0, MOST_TASKS)
                        .map(({ name, ns, share }) => [name, formatDuration(ns), percent(share)])
                }
            ]
        }
    ];
}

function recommendationSections(data: IdleData): DocumentSection[] {
    const { workload, utilization, performance, configuration } = recommendForIdle(data);
    const groups: readonly (readonly [string, readonly string[]])[] = [
        ['Workload Distribution', workload],
        ['Resource Utilization', utilization],
        ['Performance Optimization', performance],
        ['System Configuration', configuration]
    ];
    const told = groups.filter(([, items]) => items.length > 0);
    return told.length === 0
        ? [
              {
                  title: 'Recommendations',
                  blocks: [
                      { kind: 'text', text: 'Nothing needs to be done: no resource rests for long, none is short.' }
                  ]
              }
          ]
        : told.map(([title, items]) => ({ title, blocks: [{ kind: 'list', items }] }));
}
