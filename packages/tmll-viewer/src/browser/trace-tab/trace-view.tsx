import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverviewMarks } from '../overview/overview-marks';
import { OverviewStrip } from '../overview/overview-strip';
import { useEventValue } from '../react/use-event';
import { OpenTrace } from '../session/open-trace';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { timeDisplay, TimeDisplayContext } from '../time/time-display';
import { TreeWidth, TreeWidthContext } from '../timeline/tree-splitter';
import { OutputPane, PaneServices } from './output-pane';
import { TimeAxis } from '../timeline/time-axis';
import { TraceHeader } from './trace-header';
import { eventCountText } from './trace-tab-title';

export interface TraceViewProps {
    readonly trace: OpenTrace;
    readonly services: PaneServices;
    readonly treeWidth: TreeWidth;
    readonly onRetry: () => void;
    readonly onClose: () => void;
}

/** A trace tab: the trace while it is being opened, the reason when that failed, and then its panes. */
export function TraceView({ trace, services, treeWidth, onRetry, onClose }: TraceViewProps): React.ReactElement {
    const state = useEventValue(trace.onDidChange, () => trace.state);
    switch (state.kind) {
        case 'opening':
            return <TraceOpening name={trace.name} events={state.events} onCancel={() => trace.cancel()} />;
        case 'failed':
            return <TraceFailed name={trace.name} error={state.error} onRetry={onRetry} onClose={onClose} />;
        case 'open':
            return (
                <TreeWidthContext.Provider value={treeWidth}>
                    <TracePanes key={state.session.experiment.UUID} session={state.session} services={services} />
                </TreeWidthContext.Provider>
            );
    }
}

interface TracePanesProps {
    readonly session: TraceSessionImpl;
    readonly services: PaneServices;
}

function TracePanes({ session, services }: TracePanesProps): React.ReactElement {
    const panes = useEventValue(session.onDidChangePanes, () => session.paneModels);
    const format = useEventValue(services.timeFormat.onDidChange, () => services.timeFormat.current);
    const display = React.useMemo(() => timeDisplay(format, session.origin), [format, session]);
    const theme = useEventValue(services.themes.onDidChange, () => services.themes.current);
    const pinned = panes.filter(pane => pane.pinned);
    const scroller = React.useCallback(
        (element: HTMLDivElement | null) => {
            if (!element) {
                return undefined;
            }
            const listener = session.onDidRequestScroll(outputId =>
                // The pane of an output that has just been added is drawn in the next frame.
                requestAnimationFrame(() => findPane(element, outputId)?.scrollIntoView({ block: 'nearest' }))
            );
            return () => listener.dispose();
        },
        [session]
    );
    return (
        <TimeDisplayContext.Provider value={display}>
            <TraceHeader session={session} />
            <div className="tmll-panes" ref={scroller}>
                <div className="tmll-panes-top">
                    <OverviewStrip session={session} theme={theme}>
                        <OverviewMarks session={session} bookmarks={services.bookmarks} />
                    </OverviewStrip>
                    <TimeAxis time={session.time} onFormat={next => void services.timeFormat.set(next)} />
                    {pinned.length > 0 && (
                        <div className="tmll-panes-pinned">
                            {pinned.map(pane => (
                                <OutputPane key={pane.outputId} session={session} pane={pane} services={services} />
                            ))}
                        </div>
                    )}
                </div>
                {panes
                    .filter(pane => !pane.pinned)
                    .map(pane => (
                        <OutputPane key={pane.outputId} session={session} pane={pane} services={services} />
                    ))}
                {panes.length === 0 && (
                    <p className="tmll-panes-empty">
                        {nls.localize(
                            'tmll/viewer/noPanes',
                            'Choose an output of the trace in the Traces view on the left to draw it here.'
                        )}
                    </p>
                )}
            </div>
        </TimeDisplayContext.Provider>
    );
}

function findPane(element: HTMLElement, outputId: string): Element | undefined {
    return [...element.querySelectorAll<HTMLElement>('.tmll-pane')].find(pane => pane.dataset.outputId === outputId);
}

interface TraceOpeningProps {
    readonly name: string;
    readonly events: number;
    readonly onCancel: () => void;
}

function TraceOpening({ name, events, onCancel }: TraceOpeningProps): React.ReactElement {
    return (
        <div className="tmll-trace-state" role="status">
            <div className="tmll-pane-progress" />
            <p>{nls.localize('tmll/viewer/opening', 'Reading {0} …', name)}</p>
            <p className="tmll-trace-fact">{events > 0 ? eventCountText(events) : ''}</p>
            <button type="button" className="theia-button secondary" onClick={onCancel}>
                {nls.localizeByDefault('Cancel')}
            </button>
        </div>
    );
}

interface TraceFailedProps {
    readonly name: string;
    readonly error: string;
    readonly onRetry: () => void;
    readonly onClose: () => void;
}

function TraceFailed({ name, error, onRetry, onClose }: TraceFailedProps): React.ReactElement {
    return (
        <div className="tmll-trace-state" role="alert">
            <h3>{nls.localize('tmll/viewer/failed', '{0} could not be opened', name)}</h3>
            <p>{error}</p>
            <div>
                <button type="button" className="theia-button main" onClick={onRetry}>
                    {nls.localizeByDefault('Retry')}
                </button>
                <button type="button" className="theia-button secondary" onClick={onClose}>
                    {nls.localizeByDefault('Close')}
                </button>
            </div>
        </div>
    );
}
