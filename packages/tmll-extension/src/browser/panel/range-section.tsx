import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatDuration } from 'tmll-analysis/algorithms';
import { AnalysisForm } from '../form/analysis-form';
import { RangeKind, SessionTimes, windowOf } from '../form/analysis-range';
import { Section } from './section';

const KINDS: readonly RangeKind[] = ['trace', 'view', 'selection'];

/** Which stretch of the trace is analysed. */
export const RangeSection: React.FC<{ readonly form: AnalysisForm }> = ({ form }) => {
    const times = form.times();
    return (
        <Section id="tmll-range" title={nls.localize('tmll/panel/range', 'Time Range')}>
            <div role="radiogroup" aria-labelledby="tmll-range" className="tmll-range">
                {KINDS.map(kind => (
                    <label key={kind} className="tmll-check">
                        <input
                            type="radio"
                            name="tmll-range"
                            checked={form.range === kind}
                            disabled={kind === 'selection' && !(times && windowOf(kind, times))}
                            onChange={() => form.chooseRange(kind)}
                        />
                        {rangeLabel(kind)}
                        <span className="tmll-dim">{times && lengthOf(kind, times)}</span>
                    </label>
                ))}
            </div>
        </Section>
    );
};

function rangeLabel(kind: RangeKind): string {
    switch (kind) {
        case 'trace':
            return nls.localize('tmll/panel/wholeTrace', 'Whole trace');
        case 'view':
            return nls.localize('tmll/panel/view', 'What is on screen');
        case 'selection':
            return nls.localize('tmll/panel/selection', 'Selected range');
    }
}

function lengthOf(kind: RangeKind, times: SessionTimes): string {
    const window = windowOf(kind, times);
    if (window) {
        return formatDuration(BigInt(Math.round(window.end - window.start)));
    }
    return kind === 'selection' ? nls.localize('tmll/panel/noSelection', 'drag over a chart') : '';
}
