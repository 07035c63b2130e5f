import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatShare, formatValue, formatValueRange, LeakData } from 'tmll-analysis/algorithms';
import { SeverityBadge } from '../../severity/severity-badge';
import { Metrics } from '../frame/metrics';

/** The verdict in figures, and the reasons for it. */
export const LeakVerdictView: React.FC<{ readonly data: LeakData }> = ({ data }) => {
    const { severity, score, severityReasons, confidence, confidenceReasons, patterns, metrics } = data;
    const { leakRate, unreleasedAllocations, unreleasedBytes, peakBytes } = metrics;
    const figures: readonly (readonly [string, React.ReactNode])[] = [
        [
            nls.localize('tmll/leaks/severity', 'Severity'),
            <React.Fragment key="severity">
                {severity} <SeverityBadge severity={100 * score} />
            </React.Fragment>
        ],
        [nls.localize('tmll/leaks/confidence', 'Confidence'), formatShare(confidence)],
        [
            nls.localize('tmll/leaks/rate', 'Leak rate'),
            `${formatValue(leakRate.bytesPerSecond, 'B/s')} (${formatValueRange(leakRate.low, leakRate.high, 'B/s')})`
        ],
        [
            nls.localize('tmll/leaks/unreleased', 'Not released'),
            nls.localize(
                'tmll/leaks/blocks',
                '{0} in {1} blocks',
                formatValue(unreleasedBytes, 'B'),
                unreleasedAllocations.toLocaleString()
            )
        ],
        [nls.localize('tmll/leaks/peak', 'Peak'), formatValue(peakBytes, 'B')]
    ];
    return (
        <section aria-label={nls.localize('tmll/leaks/verdict', 'Verdict')}>
            <Metrics of={figures} />
            <ul>
                {[...severityReasons, ...confidenceReasons, ...patterns.map(({ sentence }) => sentence)].map(reason => (
                    <li key={reason}>{reason}</li>
                ))}
            </ul>
        </section>
    );
};
