import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { LeakData, leakPlots } from 'tmll-analysis/algorithms';
import { EmptyState } from '../../react/empty-state';
import { ContentProps } from '../content-props';
import { InWords } from '../frame/in-words';
import { PlotView } from '../plot-view';
import { LeakVerdictView } from './leak-verdict-view';
import { sitePlot } from './site-plot';
import { SiteDetail } from './site-detail';
import { SiteTable } from './site-table';

/** Whether memory leaks, how bad it is and why, and where in the program it is asked for. */
export const LeakView: React.FC<ContentProps<LeakData>> = props => {
    const { theme, onGo } = props;
    const { data } = props.result;
    const [siteId, setSiteId] = React.useState<string>();
    const site = data.sites.find(({ id }) => id === siteId);
    const plots = React.useMemo(() => leakPlots(data), [data]);
    const plot = React.useMemo(() => (site ? sitePlot(data, site) : plots[0]), [data, site, plots]);
    if (data.metrics.totalAllocations === 0) {
        return (
            <div className="tmll-leaks">
                <EmptyState
                    icon="circle-slash"
                    title={nls.localize('tmll/leaks/none', 'No allocation was seen.')}
                    hint={nls.localize('tmll/leaks/noneHint', 'So nothing can be said of leaks.')}
                />
                <InWords {...props} />
            </div>
        );
    }
    return (
        <div className="tmll-leaks">
            <LeakVerdictView data={data} />
            <PlotView plot={plot} theme={theme} />
            {data.sites.length > 0 && (
                <SiteTable data={data} selected={site} onSelect={selected => setSiteId(selected?.id)} />
            )}
            {site && <SiteDetail site={site} data={data} onGo={onGo} />}
            {plots.slice(1).map(each => (
                <PlotView key={each.id} plot={each} theme={theme} />
            ))}
            <InWords {...props} />
        </div>
    );
};
