import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    CpuScheduling,
    formatDuration,
    formatShare,
    formatSince,
    IdleData,
    IdleResource,
    resourcePlot,
    TaskShare
} from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { PlotView } from '../plot-view';

const MOST_PERIODS = 10;
const MOST_TASKS = 8;

/** The use of one resource with its idle periods, the longest first, and of a CPU who used it. */
export const ResourceDetail: React.FC<ContentProps<IdleData> & { readonly resource: IdleResource }> = ({
    resource,
    result,
    theme,
    onGo
}) => {
    const { range } = result.provenance;
    const { name, series, periods } = resource;
    const plot = React.useMemo(() => resourcePlot(resource, range), [resource, range]);
    const longest = [...periods]
        .sort((a, b) => Number(b.endNs - b.startNs - (a.endNs - a.startNs)))
        .slice(0, MOST_PERIODS);
    const tasks = tasksOf(resource, result.data.scheduling);
    return (
        <section aria-label={name} className="tmll-beside">
            <PlotView plot={plot} theme={theme} onGo={onGo} />
            {longest.length > 0 && (
                <DocumentTable
                    label={nls.localize('tmll/idle/periodsOf', 'Idle periods of {0}, the longest first', name)}
                    block={{
                        columns: [
                            { title: nls.localize('tmll/idle/from', 'Idle from'), align: 'right' },
                            { title: nls.localize('tmll/result/lasts', 'Lasts'), align: 'right' }
                        ],
                        rows: longest.map(({ startNs, endNs }) => [
                            formatSince(startNs - range.startNs),
                            formatDuration(endNs - startNs)
                        ]),
                        places: longest.map(({ startNs, endNs }) => ({ startNs, endNs, series }))
                    }}
                    onGo={onGo}
                />
            )}
            {tasks.length > 0 && (
                <DocumentTable
                    label={nls.localize('tmll/idle/tasksOf', 'Who used {0}', name)}
                    block={{
                        columns: [
                            { title: nls.localize('tmll/idle/task', 'Who used it') },
                            { title: nls.localize('tmll/idle/ran', 'Ran'), align: 'right' },
                            { title: nls.localize('tmll/idle/shareOfTime', 'Share of the time'), align: 'right' }
                        ],
                        rows: tasks.map(task => [task.name, formatDuration(task.ns), formatShare(task.share, 1)])
                    }}
                    onGo={onGo}
                />
            )}
        </section>
    );
};

/** Of a single CPU those that ran on it, of other series of CPU usage all; nobody can be told for memory and disks. */
function tasksOf({ kind, series }: IdleResource, scheduling: CpuScheduling | undefined): readonly TaskShare[] {
    if (kind !== 'cpu' || !scheduling) {
        return [];
    }
    const number = /^CPU (\d+)/.exec(series.path.at(-1) ?? '')?.[1];
    const cpu = scheduling.cpus.find(each => String(each.cpu) === number);
    return (cpu ?? scheduling).tasks.slice(0, MOST_TASKS);
}
