import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { OpenTrace } from '../session/open-trace';
import { RecentTrace } from '../session/recent-traces';
import { SampleTrace } from '../session/trace-server-endpoint';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { eventCountText } from '../trace-tab/trace-tab-title';
import { ActionItem, ActionList } from './action-list';
import { ExplorerGroupRegistry } from './explorer-group-registry';
import { GroupsSection } from './groups-section';
import { OutputsSection } from './outputs-section';
import { Section } from './section';
import { TraceProperties } from './trace-properties';

/** What the explorer can do. */
export interface TraceExplorerActions {
    openFolder(): void;
    openFile(): void;
    open(paths: readonly string[]): void;
    show(trace: OpenTrace): void;
    close(trace: OpenTrace): void;
    forget(recent: RecentTrace): void;
    /** Closes an open trace and has the trace server forget it. */
    remove(session: TraceSessionImpl): void;
}

export interface TraceExplorerViewProps {
    readonly traces: readonly OpenTrace[];
    readonly active: TraceSessionImpl | undefined;
    readonly recent: readonly RecentTrace[];
    /** Undefined while they are being looked for. */
    readonly samples: readonly SampleTrace[] | undefined;
    /** Why they cannot be had. */
    readonly samplesError: string | undefined;
    readonly renderers: OutputRendererRegistry;
    readonly groups: ExplorerGroupRegistry;
    readonly actions: TraceExplorerActions;
}

/** The Traces view: what is open, what can be opened, and what the active trace has to show. */
export function TraceExplorerView(props: TraceExplorerViewProps): React.ReactElement {
    const { traces, active, renderers } = props;
    if (traces.length === 0) {
        return <Welcome {...props} />;
    }
    return (
        <div className="tmll-explorer">
            <Section title={nls.localize('tmll/viewer/explorer/open', 'Open traces')}>
                <OpenTraces {...props} />
            </Section>
            {active && <OutputsSection key={active.experiment.UUID} session={active} renderers={renderers} />}
            <GroupsSection registry={props.groups} session={active} />
            {active && <TraceProperties session={active} onDelete={() => props.actions.remove(active)} />}
            <details className="tmll-explorer-more">
                <summary>{nls.localize('tmll/viewer/explorer/openAnother', 'Open another trace')}</summary>
                <OpenButtons actions={props.actions} />
                <Offers {...props} />
            </details>
        </div>
    );
}

function Welcome(props: TraceExplorerViewProps): React.ReactElement {
    return (
        <div className="tmll-explorer">
            <div className="tmll-explorer-welcome">
                <p>
                    {nls.localize(
                        'tmll/viewer/explorer/welcome',
                        'Open the folder of a trace, as LTTng or another CTF tracer has written it. ' +
                            'Its outputs appear here; choose some to draw them on one time axis.'
                    )}
                </p>
                <OpenButtons actions={props.actions} />
            </div>
            <Offers {...props} />
        </div>
    );
}

function OpenButtons({ actions }: { readonly actions: TraceExplorerActions }): React.ReactElement {
    return (
        <div className="tmll-explorer-buttons">
            <button type="button" className="theia-button main" onClick={actions.openFolder}>
                {nls.localize('tmll/viewer/command/openFolder', 'Open Trace…')}
            </button>
            <button type="button" className="theia-button secondary" onClick={actions.openFile}>
                {nls.localize('tmll/viewer/command/openFile', 'Open Trace File…')}
            </button>
        </div>
    );
}

/** What was open before, and what is there to try. */
function Offers({ recent, samples, samplesError, actions }: TraceExplorerViewProps): React.ReactElement {
    return (
        <>
            {recent.length > 0 && (
                <Section title={nls.localize('tmll/viewer/explorer/recent', 'Recent traces')}>
                    <ActionList
                        label={nls.localize('tmll/viewer/explorer/recent', 'Recent traces')}
                        items={recent.map(trace => ({
                            id: trace.paths.join('\n'),
                            label: trace.name,
                            description: trace.paths.join(', '),
                            title: trace.paths.join('\n'),
                            icon: 'history',
                            run: () => actions.open(trace.paths),
                            remove: {
                                label: nls.localize('tmll/viewer/explorer/forget', 'Remove from this list'),
                                run: () => actions.forget(trace)
                            }
                        }))}
                    />
                </Section>
            )}
            {samplesError && <p className="tmll-explorer-none">{samplesError}</p>}
            {samples && samples.length > 0 && (
                <Section title={nls.localize('tmll/viewer/explorer/samples', 'Sample traces')}>
                    <ActionList
                        label={nls.localize('tmll/viewer/explorer/samples', 'Sample traces')}
                        items={samples.map(({ name, description, path }) => ({
                            id: path,
                            label: name,
                            description,
                            title: path,
                            icon: 'beaker',
                            run: () => actions.open([path])
                        }))}
                    />
                </Section>
            )}
        </>
    );
}

function OpenTraces({ traces, active, actions }: TraceExplorerViewProps): React.ReactElement {
    const items = traces.map((trace): ActionItem => ({
        id: trace.paths.join('\n'),
        label: trace.session?.experiment.name ?? trace.name,
        description: describe(trace),
        title: trace.paths.join('\n'),
        icon: { opening: 'loading', open: 'pulse', failed: 'error' }[trace.state.kind],
        busy: trace.state.kind === 'opening',
        selected: trace.session !== undefined && trace.session === active,
        run: () => actions.show(trace),
        remove: {
            label: nls.localize('tmll/viewer/explorer/close', 'Close trace'),
            run: () => actions.close(trace)
        }
    }));
    return <ActionList label={nls.localize('tmll/viewer/explorer/open', 'Open traces')} items={items} />;
}

function describe({ state }: OpenTrace): string {
    switch (state.kind) {
        case 'opening':
            return state.events > 0 ? eventCountText(state.events) : '';
        case 'failed':
            return state.error;
        case 'open':
            return eventCountText(state.session.experiment.nbEvents);
    }
}
