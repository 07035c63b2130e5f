import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { ClusteringData, phasesPlot } from 'tmll-analysis/algorithms';
import { EmptyState } from '../../react/empty-state';
import { ContentProps } from '../content-props';
import { InWords } from '../frame/in-words';
import { PlotView } from '../plot-view';
import { GroupSection } from './group-section';
import { KindTable } from './kind-table';

/** The phases of a trace with what each kind of behaviour is like, and the series that move alike. */
export const ClusterView: React.FC<ContentProps<ClusteringData>> = props => {
    const { result, theme, onGo } = props;
    const { phases, groups } = result.data;
    const { range } = result.provenance;
    const hasPhases = phases !== undefined && phases.kinds.length > 1;
    const plot = React.useMemo(() => phases && phasesPlot(phases, range), [phases, range]);
    return (
        <div className="tmll-frame">
            {plot && hasPhases && (
                <>
                    <PlotView plot={plot} theme={theme} onGo={onGo} />
                    <KindTable phases={phases} onGo={onGo} />
                </>
            )}
            {groups && groups.groups.length > 0 && <GroupSection {...props} groups={groups} />}
            {!hasPhases && !groups?.groups.length && (
                <EmptyState
                    icon="group-by-ref-type"
                    title={nls.localize('tmll/cluster/none', 'There is nothing to tell apart.')}
                    hint={nls.localize(
                        'tmll/cluster/noneHint',
                        'The trace behaves alike throughout, or too few series vary; select more of them.'
                    )}
                />
            )}
            <InWords {...props} />
        </div>
    );
};
