import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    chanceText,
    coefficientText,
    CorrelatedPair,
    CorrelationData,
    formatDuration,
    hasLead,
    overlaidPairPlot,
    relationSentence,
    scatterPlot
} from 'tmll-analysis/algorithms';
import { ContentProps } from '../content-props';
import { Metrics } from '../frame/metrics';
import { PlotView } from '../plot-view';
import { LagSection } from './lag-section';

interface PairViewProps extends Pick<ContentProps<CorrelationData>, 'result' | 'theme' | 'onGo' | 'onAnalyze'> {
    /** All of the result, or the part that is shown. */
    readonly data: CorrelationData;
    readonly pair: CorrelatedPair;
}

/** One pair: what is known of it, both series over one another, one against the other, and the lags between them. */
export const PairView: React.FC<PairViewProps> = ({ result, data, pair, theme, onGo, onAnalyze }) => {
    const [first, second] = [data.series[pair.first], data.series[pair.second]];
    const lag = hasLead(pair) ? (pair.lead?.samples ?? 0) : 0;
    const plots = React.useMemo(
        () =>
            [overlaidPairPlot(data, first, second), scatterPlot(data, first, second, lag)].flatMap(plot => plot ?? []),
        [data, first, second, lag]
    );
    const { range } = result.provenance;
    return (
        <section
            className="tmll-correlation-detail"
            aria-label={nls.localize('tmll/correlation/detail', '{0} and {1}', first.name, second.name)}
        >
            <h3>{relationSentence(data, pair)}</h3>
            <p className="tmll-dim">{pair.reason}</p>
            <PairMetrics pair={pair} />
            <div className="tmll-result-actions">
                {[first, second].map(({ series, name, id }) => (
                    <button
                        key={id}
                        type="button"
                        className="theia-button secondary"
                        onClick={() => onGo({ ...range, series })}
                    >
                        {nls.localize('tmll/correlation/show', 'Show {0}', name)}
                    </button>
                ))}
            </div>
            {plots.length === 0 && (
                <p>
                    {nls.localize(
                        'tmll/correlation/tooLong',
                        'The series are too long to be kept with the result; compare them on the charts of the trace.'
                    )}
                </p>
            )}
            {plots.map(plot => (
                <PlotView key={plot.id} plot={plot} theme={theme} />
            ))}
            <LagSection
                key={`${first.id} ${second.id}`}
                result={result}
                first={first.id}
                second={second.id}
                theme={theme}
                onAnalyze={onAnalyze}
            />
        </section>
    );
};

const PairMetrics: React.FC<{ readonly pair: CorrelatedPair }> = ({ pair }) => {
    const { method, coefficient, adjustedPValue, effectiveSize, points, lead } = pair;
    const metrics: [string, string][] = [
        [nls.localize('tmll/correlation/method', 'Method'), method],
        [nls.localize('tmll/correlation/coefficient', 'Coefficient'), coefficientText(coefficient)],
        [nls.localize('tmll/correlation/chance', 'Chance, all pairs'), chanceText(adjustedPValue)],
        [
            nls.localize('tmll/correlation/points', 'Points'),
            nls.localize('tmll/correlation/worth', '{0}, worth {1} independent ones', points, Math.round(effectiveSize))
        ]
    ];
    if (lead) {
        const lag = `${formatDuration(lead.lagNs)} (${coefficientText(lead.coefficient)})`;
        const text = lead.standsOut ? lag : nls.localize('tmll/correlation/noLag', 'none stands out');
        metrics.push([nls.localize('tmll/correlation/lag', 'Lag'), text]);
    }
    return <Metrics of={metrics} />;
};
