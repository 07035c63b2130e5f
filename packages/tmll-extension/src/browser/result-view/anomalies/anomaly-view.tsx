import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    anomalyCurvePlot,
    AnomalyData,
    AnomalyPeriod,
    flaggedPoints,
    formatDuration,
    formatShare,
    formatSince,
    formatValue,
    SeriesAnomalies,
    worstSeverity
} from 'tmll-analysis/algorithms';
import { describeExpected } from '../../overlay/anomaly-tooltip';
import { EmptyState } from '../../react/empty-state';
import { SeverityBadge } from '../../severity/severity-badge';
import { ContentProps } from '../content-props';
import { DocumentTable } from '../document-table';
import { InWords } from '../frame/in-words';
import { Metrics } from '../frame/metrics';
import { SubjectColumn } from '../frame/subject-table';
import { Subjects } from '../frame/subjects';
import { PlotView } from '../plot-view';

/** Which series have something unusual in them; the one that is looked at with what is usual, and what stands out. */
export const AnomalyView: React.FC<ContentProps<AnomalyData>> = props => {
    const { series } = props.result.data;
    const unusual = React.useMemo(
        () =>
            series
                .filter(({ periods }) => periods.length > 0)
                .sort((a, b) => worstSeverity(b.periods) - worstSeverity(a.periods)),
        [series]
    );
    return (
        <div className="tmll-frame">
            <Metrics
                of={[
                    [nls.localize('tmll/anomalies/series', 'Series'), series.length.toLocaleString()],
                    [nls.localize('tmll/anomalies/unusual', 'Series with anomalies'), unusual.length.toLocaleString()],
                    [
                        nls.localize('tmll/anomalies/periods', 'Periods'),
                        series.reduce((sum, { periods }) => sum + periods.length, 0).toLocaleString()
                    ]
                ]}
            />
            {unusual.length > 0 ? (
                <Subjects
                    title={nls.localize('tmll/anomalies/table', 'Series with anomalies')}
                    hint={nls.localize('tmll/anomalies/hint', 'Select a series to see what is usual in it.')}
                    nameTitle={nls.localize('tmll/result/series', 'Series')}
                    nameOf={({ name }) => name}
                    columns={COLUMNS}
                    subjects={unusual}
                    idOf={({ id }) => id}
                >
                    {each => <SeriesDetail {...props} series={each} />}
                </Subjects>
            ) : (
                <EmptyState
                    icon="pass"
                    title={nls.localize('tmll/anomalies/none', 'Nothing unusual in these series.')}
                    hint={nls.localize(
                        'tmll/anomalies/noneHint',
                        'A higher sensitivity, or another method, sees more.'
                    )}
                />
            )}
            <InWords {...props} />
        </div>
    );
};

const COLUMNS: readonly SubjectColumn<SeriesAnomalies>[] = [
    {
        title: nls.localize('tmll/anomalies/worst', 'Worst'),
        cell: ({ periods }) => <SeverityBadge severity={worstSeverity(periods)} />
    },
    {
        title: nls.localize('tmll/anomalies/periods', 'Periods'),
        align: 'right',
        cell: ({ periods }) => periods.length.toLocaleString()
    },
    {
        title: nls.localize('tmll/anomalies/share', 'Unusual share'),
        align: 'right',
        cell: series => formatShare(flaggedPoints(series) / Math.max(1, series.length), 1)
    },
    { title: nls.localize('tmll/anomalies/basis', 'Compared with'), cell: ({ basis }) => basis ?? '' }
];

const MOST_PERIODS = 30;

const SeriesDetail: React.FC<ContentProps<AnomalyData> & { readonly series: SeriesAnomalies }> = ({
    series,
    result,
    theme,
    onGo
}) => {
    const { range } = result.provenance;
    const plot = React.useMemo(() => anomalyCurvePlot(series, range), [series, range]);
    const worst = [...series.periods].sort((a, b) => b.severity - a.severity).slice(0, MOST_PERIODS);
    return (
        <section aria-label={series.name}>
            {plot && <PlotView plot={plot} theme={theme} onGo={onGo} />}
            <DocumentTable
                label={nls.localize('tmll/anomalies/periodsOf', 'What stands out in {0}', series.name)}
                block={{
                    columns: [
                        { title: nls.localize('tmll/result/at', 'At'), align: 'right' },
                        { title: nls.localize('tmll/result/lasts', 'Lasts'), align: 'right' },
                        { title: nls.localize('tmll/anomalies/seen', 'Seen'), align: 'right' },
                        { title: nls.localize('tmll/anomalies/expected', 'Expected') },
                        { title: nls.localize('tmll/result/severity', 'Severity'), align: 'right' }
                    ],
                    rows: worst.map(period => periodRow(period, series.unit, range.startNs)),
                    places: worst.map(({ startNs, endNs }) => ({ startNs, endNs, series: series.series }))
                }}
                onGo={onGo}
            />
        </section>
    );
};

function periodRow(
    { startNs, endNs, actual, expected, severity }: AnomalyPeriod,
    unit: string,
    origin: bigint
): string[] {
    return [
        formatSince(startNs - origin),
        formatDuration(endNs - startNs + 1n),
        formatValue(actual, unit),
        describeExpected(expected, unit) ?? '',
        severity.toFixed(0)
    ];
}
