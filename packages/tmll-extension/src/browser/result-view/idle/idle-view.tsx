import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    cpuSchedulingPlots,
    formatDuration,
    formatShare,
    formatValue,
    IdleData,
    IdleResource,
    idleTimelinePlots,
    TimeRange
} from 'tmll-analysis/algorithms';
import { EmptyState } from '../../react/empty-state';
import { ContentProps } from '../content-props';
import { InWords } from '../frame/in-words';
import { SubjectColumn } from '../frame/subject-table';
import { Subjects } from '../frame/subjects';
import { PlotView } from '../plot-view';
import { ResourceDetail } from './resource-detail';

/** What rests and when: all resources over time, one of them with its use and who used it, and how CPUs were shared. */
export const IdleView: React.FC<ContentProps<IdleData>> = props => {
    const { result, theme, onGo } = props;
    const { data } = result;
    const { range } = result.provenance;
    const sorted = React.useMemo(() => [...data.resources].sort((a, b) => b.idleShare - a.idleShare), [data]);
    const timeline = React.useMemo(() => idleTimelinePlots(data, range), [data, range]);
    const sharing = React.useMemo(() => (data.scheduling ? cpuSchedulingPlots(data.scheduling) : []), [data]);
    if (sorted.length === 0 && sharing.length === 0) {
        return (
            <EmptyState
                icon="watch"
                title={nls.localize('tmll/idle/none', 'There is no resource whose rest could be told.')}
                hint={nls.localize('tmll/idle/noneHint', 'Select series of CPU, memory or disk usage.')}
            />
        );
    }
    return (
        <div className="tmll-frame">
            {timeline.map(plot => (
                <PlotView key={plot.id} plot={plot} theme={theme} onGo={onGo} />
            ))}
            <Subjects
                title={nls.localize('tmll/idle/table', 'Resources')}
                hint={nls.localize('tmll/idle/hint', 'Select a resource to see its use, and who used it.')}
                nameTitle={nls.localize('tmll/idle/resource', 'Resource')}
                nameOf={({ name }) => name}
                columns={COLUMNS}
                subjects={sorted}
                idOf={({ id }) => id}
            >
                {resource => <ResourceDetail {...props} resource={resource} />}
            </Subjects>
            {sharing.map(plot => (
                <PlotView key={plot.id} plot={plot} theme={theme} onGo={onGo} />
            ))}
            <InWords {...props} />
        </div>
    );
};

const COLUMNS: readonly SubjectColumn<IdleResource>[] = [
    {
        title: nls.localize('tmll/idle/share', 'Idle'),
        align: 'right',
        cell: ({ idleShare }) => formatShare(idleShare)
    },
    {
        title: nls.localize('tmll/idle/periods', 'Periods'),
        align: 'right',
        cell: ({ periods }) => periods.length.toLocaleString()
    },
    {
        title: nls.localize('tmll/idle/longest', 'Longest'),
        align: 'right',
        cell: ({ periods }) => (periods.length === 0 ? '–' : formatDuration(longest(periods)))
    },
    {
        title: nls.localize('tmll/idle/average', 'Average use'),
        align: 'right',
        cell: ({ average, unit }) => formatValue(average, unit)
    },
    {
        title: nls.localize('tmll/idle/below', 'Idle below'),
        align: 'right',
        cell: ({ threshold, unit }) => formatValue(threshold, unit)
    }
];

function longest(periods: readonly TimeRange[]): bigint {
    return periods.reduce((most, { startNs, endNs }) => (endNs - startNs > most ? endNs - startNs : most), 0n);
}
