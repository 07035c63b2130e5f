import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    bandConfidence,
    CapacityData,
    forecastPlot,
    formatDuration,
    formatShare,
    formatValue,
    nextViolation,
    recommend,
    ResourceForecast
} from 'tmll-analysis/algorithms';
import { EmptyState } from '../../react/empty-state';
import { ContentProps } from '../content-props';
import { InWords } from '../frame/in-words';
import { Metrics } from '../frame/metrics';
import { SubjectColumn } from '../frame/subject-table';
import { Subjects } from '../frame/subjects';
import { PlotView } from '../plot-view';

/** How resources are going to be used: which limits are exceeded and when, and one resource at a time with its bands. */
export const ForecastView: React.FC<ContentProps<CapacityData>> = props => {
    const { resources } = props.result.data;
    const sorted = React.useMemo(() => [...resources].sort((a, b) => b.risk - a.risk), [resources]);
    const advice = React.useMemo(() => {
        const { immediate, shortTerm, longTerm, optimization } = recommend(resources);
        return [...immediate, ...shortTerm, ...longTerm, ...optimization];
    }, [resources]);
    if (sorted.length === 0) {
        return (
            <EmptyState
                icon="graph-line"
                title={nls.localize('tmll/forecast/none', 'There is no resource whose use could be forecast.')}
                hint={nls.localize('tmll/forecast/noneHint', 'Select series of CPU, memory or disk with more values.')}
            />
        );
    }
    return (
        <div className="tmll-frame">
            <Subjects
                title={nls.localize('tmll/forecast/table', 'Resources')}
                hint={nls.localize('tmll/forecast/hint', 'Select a resource to see its past and what is to come.')}
                nameTitle={nls.localize('tmll/forecast/resource', 'Resource')}
                nameOf={({ name }) => name}
                columns={COLUMNS}
                subjects={sorted}
                idOf={({ id }) => id}
            >
                {resource => <ResourceDetail {...props} resource={resource} />}
            </Subjects>
            {advice.length > 0 && (
                <section aria-label={nls.localize('tmll/forecast/advice', 'What to do')}>
                    <h3>{nls.localize('tmll/forecast/advice', 'What to do')}</h3>
                    <ol>
                        {advice.map(sentence => (
                            <li key={sentence}>{sentence}</li>
                        ))}
                    </ol>
                </section>
            )}
            <InWords {...props} />
        </div>
    );
};

const COLUMNS: readonly SubjectColumn<ResourceForecast>[] = [
    {
        title: nls.localize('tmll/forecast/now', 'At the end'),
        align: 'right',
        cell: ({ current, unit }) => formatValue(current, unit)
    },
    {
        title: nls.localize('tmll/forecast/limit', 'Limit'),
        align: 'right',
        cell: ({ threshold, unit }) => formatValue(threshold, unit)
    },
    { title: nls.localize('tmll/forecast/exceeded', 'Exceeded'), cell: exceededText },
    {
        title: nls.localize('tmll/forecast/risk', 'Highest risk'),
        align: 'right',
        cell: ({ risk }) => formatShare(risk)
    }
];

/** When the limit is exceeded, counted from the end of the trace. */
function exceededText(resource: ResourceForecast): string {
    const violation = nextViolation(resource);
    const ns = violation?.startNs ?? resource.possibleFromNs;
    if (ns === undefined) {
        return nls.localize('tmll/forecast/never', 'not forecast');
    }
    const { originNs, times } = resource.history;
    const after = ns - originNs - BigInt(times[times.length - 1] ?? 0);
    if (after <= 0n) {
        return violation
            ? nls.localize('tmll/forecast/atOnce', 'at once')
            : nls.localize('tmll/forecast/possiblyAtOnce', 'possibly at once');
    }
    const when = formatDuration(after);
    return violation
        ? nls.localize('tmll/forecast/after', '{0} after the end', when)
        : nls.localize('tmll/forecast/possible', 'possibly {0} after the end', when);
}

const ResourceDetail: React.FC<ContentProps<CapacityData> & { readonly resource: ResourceForecast }> = ({
    resource,
    result,
    theme,
    onGo
}) => {
    const [zoomed, setZoomed] = React.useState(false);
    const confidence = bandConfidence(result.provenance);
    const plot = React.useMemo(() => forecastPlot(resource, { zoomed, confidence }), [resource, zoomed, confidence]);
    const { unit, peak, average, pattern, methods, error, threshold, thresholdReason, exceeded, series } = resource;
    return (
        <section aria-label={resource.name}>
            <PlotView plot={plot} theme={theme} onGo={onGo} />
            <div className="tmll-result-actions">
                <label className="tmll-check">
                    <input type="checkbox" checked={zoomed} onChange={event => setZoomed(event.target.checked)} />
                    {nls.localize('tmll/forecast/zoom', 'Only the end of the past')}
                </label>
                <button
                    type="button"
                    className="theia-button secondary"
                    onClick={() => onGo({ ...result.provenance.range, series })}
                >
                    {nls.localize('tmll/forecast/show', 'Show on the Charts')}
                </button>
            </div>
            <Metrics
                of={[
                    [nls.localize('tmll/forecast/average', 'Average'), formatValue(average, unit)],
                    [nls.localize('tmll/forecast/peak', 'Peak'), formatValue(peak, unit)],
                    [nls.localize('tmll/forecast/above', 'Above the limit so far'), formatShare(exceeded)],
                    [
                        nls.localize('tmll/forecast/limit', 'Limit'),
                        thresholdReason === 'peak'
                            ? nls.localize('tmll/forecast/fromPeak', '{0} (1.5 × peak)', formatValue(threshold, unit))
                            : formatValue(threshold, unit)
                    ],
                    [nls.localize('tmll/forecast/pattern', 'Pattern'), pattern],
                    [nls.localize('tmll/forecast/methods', 'Forecast by'), methods.join(', ')],
                    [
                        nls.localize('tmll/forecast/error', 'Mean error when tried before'),
                        error === undefined ? undefined : formatValue(error, unit)
                    ]
                ]}
            />
        </section>
    );
};
