import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    ChangePointData,
    describeChange,
    formatDuration,
    formatShare,
    formatSince,
    SeriesChangePoints,
    seriesChangesPlot,
    worstSeverity
} from 'tmll-analysis/algorithms';
import { EmptyState } from '../../react/empty-state';
import { SeverityBadge } from '../../severity/severity-badge';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { InWords } from '../frame/in-words';
import { Metrics } from '../frame/metrics';
import { SubjectColumn } from '../frame/subject-table';
import { Subjects } from '../frame/subjects';
import { PlotView } from '../plot-view';
import { JointChangesView } from './joint-changes-view';

/** Where series change for good: moments at which several do, and series by series with levels and how sure each change is. */
export const ChangeView: React.FC<ContentProps<ChangePointData>> = props => {
    const { series, joint } = props.result.data;
    const changing = React.useMemo(
        () =>
            series
                .filter(({ changes }) => changes.length > 0)
                .sort((a, b) => worstSeverity(b.changes) - worstSeverity(a.changes)),
        [series]
    );
    return (
        <div className="tmll-frame">
            <Metrics
                of={[
                    [nls.localize('tmll/changes/series', 'Series'), series.length.toLocaleString()],
                    [nls.localize('tmll/changes/changing', 'Series that change'), changing.length.toLocaleString()],
                    [
                        nls.localize('tmll/changes/together', 'Moments of several series'),
                        joint.reduce((sum, { changes }) => sum + changes.length, 0).toLocaleString()
                    ]
                ]}
            />
            {changing.length > 0 ? (
                <>
                    {joint.map(each => (
                        <JointChangesView key={each.method} {...props} joint={each} />
                    ))}
                    <Subjects
                        title={nls.localize('tmll/changes/table', 'Series that change')}
                        hint={nls.localize('tmll/changes/hint', 'Select a series to see its levels and changes.')}
                        nameTitle={nls.localize('tmll/result/series', 'Series')}
                        nameOf={({ name }) => name}
                        columns={COLUMNS}
                        subjects={changing}
                        idOf={({ id }) => id}
                    >
                        {each => <SeriesDetail {...props} series={each} />}
                    </Subjects>
                </>
            ) : (
                <EmptyState
                    icon="pass"
                    title={nls.localize('tmll/changes/none', 'None of these series changes for good.')}
                    hint={nls.localize('tmll/changes/noneHint', 'A lower strictness finds smaller changes.')}
                />
            )}
            <InWords {...props} />
        </div>
    );
};

const COLUMNS: readonly SubjectColumn<SeriesChangePoints>[] = [
    {
        title: nls.localize('tmll/changes/worst', 'Greatest'),
        cell: ({ changes }) => <SeverityBadge severity={worstSeverity(changes)} />
    },
    {
        title: nls.localize('tmll/changes/count', 'Changes'),
        align: 'right',
        cell: ({ changes }) => changes.length.toLocaleString()
    },
    {
        title: nls.localize('tmll/changes/what', 'What changes most'),
        cell: series => {
            const [greatest] = [...series.changes].sort((a, b) => b.severity - a.severity);
            return describeChange(series, greatest);
        }
    }
];

const SeriesDetail: React.FC<ContentProps<ChangePointData> & { readonly series: SeriesChangePoints }> = ({
    series,
    result,
    theme,
    onGo
}) => {
    const { range } = result.provenance;
    const plot = React.useMemo(() => seriesChangesPlot(series, range), [series, range]);
    const { changes } = series;
    return (
        <section aria-label={series.name}>
            <PlotView plot={plot} theme={theme} onGo={onGo} />
            <DocumentTable
                label={nls.localize('tmll/changes/of', 'Changes of {0}', series.name)}
                block={{
                    columns: [
                        { title: nls.localize('tmll/result/at', 'At'), align: 'right' },
                        { title: nls.localize('tmll/changes/within', 'Within'), align: 'right' },
                        { title: nls.localize('tmll/changes/sure', 'Sure'), align: 'right' },
                        { title: nls.localize('tmll/changes/how', 'What changes') }
                    ],
                    rows: changes.map(change => [
                        formatSince(change.ns - range.startNs),
                        change.endNs > change.startNs
                            ? formatDuration(change.endNs - change.startNs)
                            : nls.localize('tmll/result/onePoint', 'one point'),
                        formatShare(change.probability),
                        describeChange(series, change)
                    ]),
                    places: changes.map(({ startNs, endNs }) => ({ startNs, endNs, series: series.series }))
                }}
                onGo={onGo}
            />
        </section>
    );
};
