import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useEventValue } from '../react/use-event';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { MarkerSetMenu } from '../annotation/marker-set-menu';
import { TimeDisplayContext } from '../time/time-display';
import { formatDuration } from '../time/time-format';
import { eventCountText, selectionText, traceRangeText } from './trace-tab-title';

/** What is open, and which part of it is on screen and selected. */
export function TraceHeader({ session }: { readonly session: TraceSessionImpl }): React.ReactElement {
    const { experiment, time, paths } = session;
    const display = React.useContext(TimeDisplayContext);
    const view = useEventValue(time.onDidChangeView, () => time.view);
    const selection = useEventValue(time.onDidChangeSelection, () => time.selection);
    return (
        <header className="tmll-trace-header">
            <span className="tmll-trace-name" title={paths.join('\n')}>
                {experiment.name}
            </span>
            <span className="tmll-trace-fact">{eventCountText(experiment.nbEvents)}</span>
            <span className="tmll-trace-fact tmll-trace-range">{traceRangeText(session)}</span>
            <span className="tmll-trace-fact tmll-trace-view">
                {nls.localize('tmll/viewer/inView', 'In view: {0}', formatDuration(view.end - view.start))}
            </span>
            {selection && (
                <span className="tmll-trace-fact tmll-trace-selection" title={selectionText(selection, display)}>
                    {selectionText(selection, display)}
                </span>
            )}
            <MarkerSetMenu session={session} />
        </header>
    );
}
