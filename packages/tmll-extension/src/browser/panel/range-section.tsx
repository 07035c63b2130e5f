import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import { formatDuration } from 'tmll-analysis/algorithms';
import { formatTime, TimeWindow, TraceSession } from 'tmll-viewer';
import { AnalysisForm } from '../form/analysis-form';
import { RangeKind, windowOf } from '../form/analysis-range';
import { Section } from './section';

const KINDS: readonly RangeKind[] = ['trace', 'view', 'selection'];

/** Digits of a time that tell one end of a range from the other. */
const DIGITS = 1e3;

/** Which stretch of the trace is analysed. */
export const RangeSection: React.FC<{ readonly form: AnalysisForm; readonly session: TraceSession }> = props => {
    const { form, session } = props;
    return (
        <Section id="tmll-range" title={nls.localize('tmll/panel/range', 'Time Range')}>
            <div role="radiogroup" aria-labelledby="tmll-range" className="tmll-range">
                {KINDS.map(kind => {
                    const window = shownWindow(kind, session);
                    return (
                        <label key={kind} className="tmll-check" title={window && describeEnds(window)}>
                            <input
                                type="radio"
                                name="tmll-range"
                                checked={form.range === kind}
                                disabled={window === undefined}
                                onChange={() => form.chooseRange(kind)}
                            />
                            {rangeLabel(kind)}
                            <span className="tmll-dim">
                                {window
                                    ? formatDuration(BigInt(Math.round(window.end - window.start)))
                                    : nls.localize('tmll/panel/noSelection', 'drag over a chart')}
                            </span>
                        </label>
                    );
                })}
            </div>
            <ChosenRange form={form} session={session} />
        </Section>
    );
};

/** Where the chosen range lies, unless it is the whole trace. */
const ChosenRange: React.FC<{ readonly form: AnalysisForm; readonly session: TraceSession }> = ({ form, session }) => {
    const window = form.range === 'trace' ? undefined : shownWindow(form.range, session);
    return window && <div className="tmll-field-hint">{describeEnds(window)}</div>;
};

function shownWindow(kind: RangeKind, { origin, time }: TraceSession): TimeWindow | undefined {
    const { full, view, selection } = time;
    return kind === 'trace' ? full : windowOf(kind, { origin, view, selection });
}

function describeEnds({ start, end }: TimeWindow): string {
    const digits = Math.max(1, (end - start) / DIGITS);
    return nls.localize('tmll/panel/ends', 'From {0} to {1}', formatTime(start, digits), formatTime(end, digits));
}

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
