import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { Bookmarks } from '../bookmark/bookmarks';
import { PaneExport } from '../export/pane-export';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { PaneActionButtons } from '../pane-action/pane-action-buttons';
import { PaneActionRegistry } from '../pane-action/pane-action-registry';
import { codicon } from '../react/codicon';
import { useEventValue } from '../react/use-event';
import { OutputRenderer } from '../renderer/output-renderer';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { PaneMessage } from '../renderer/pane-message';
import { ToolButton } from '../react/tool-button';
import { PaneModel } from '../session/pane-model';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { ChartThemeProvider } from '../theme/chart-theme';
import { TimeFormatSetting } from '../time/time-format-setting';
import { OverlayMenu } from './overlay-menu';
import { usePaneDrag } from './pane-drag';
import { PaneErrorBoundary } from './pane-error-boundary';
import { PaneResizer } from './pane-resizer';

/** What a pane needs of the application around it. */
export interface PaneServices {
    readonly renderers: OutputRendererRegistry;
    readonly overlays: OverlayRegistry;
    readonly actions: PaneActionRegistry;
    readonly bookmarks: Bookmarks;
    readonly themes: ChartThemeProvider;
    readonly timeFormat: TimeFormatSetting;
    /** Opens the context menu of a pane. */
    showMenu(session: TraceSessionImpl, outputId: string, event: React.MouseEvent<HTMLElement>): void;
}

export interface OutputPaneFrameProps {
    readonly session: TraceSessionImpl;
    readonly pane: PaneModel;
    readonly services: PaneServices;
}

/** One output in a trace tab: its title and buttons, what its renderer draws, and a bar to resize it. */
export function OutputPane({ session, pane, services }: OutputPaneFrameProps): React.ReactElement {
    const height = useEventValue(pane.onDidChange, () => pane.height);
    const collapsed = useEventValue(pane.onDidChange, () => pane.collapsed);
    const drag = usePaneDrag(session, pane);
    const output = session.outputs.find(({ id }) => id === pane.outputId);
    const name = output?.name ?? pane.outputId;
    const renderer = output && services.renderers.rendererFor(output);
    const id = React.useId();
    return (
        <section
            className={`tmll-pane${collapsed ? ' tmll-collapsed' : ''}`}
            data-output-id={pane.outputId}
            aria-labelledby={id}
            onContextMenu={event => services.showMenu(session, pane.outputId, event)}
            {...drag.target}
        >
            <div className="tmll-pane-header" {...drag.source}>
                <ToolButton
                    icon={collapsed ? 'chevron-right' : 'chevron-down'}
                    expanded={!collapsed}
                    onClick={() => pane.setCollapsed(!collapsed)}
                >
                    {collapsed
                        ? nls.localize('tmll/viewer/expandPane', 'Expand {0}', name)
                        : nls.localize('tmll/viewer/collapsePane', 'Collapse {0}', name)}
                </ToolButton>
                <h3 id={id} className="tmll-pane-title" title={output?.description}>
                    {name}
                </h3>
                <span className="tmll-pane-description">{output?.description}</span>
                <PaneActionButtons registry={services.actions} session={session} outputId={pane.outputId} />
                {renderer?.drawsOverlays && !collapsed && (
                    <OverlayMenu registry={services.overlays} session={session} pane={pane} />
                )}
                <ToolButton
                    icon={pane.pinned ? 'pinned' : 'pin'}
                    pressed={pane.pinned}
                    onClick={() => session.pinPane(pane.outputId, !pane.pinned)}
                >
                    {pane.pinned
                        ? nls.localize('tmll/viewer/unpinPane', 'Let {0} scroll with the others', name)
                        : nls.localize('tmll/viewer/pinPane', 'Keep {0} in sight', name)}
                </ToolButton>
                <button
                    type="button"
                    className={`tmll-tool-button ${codicon('ellipsis')}`}
                    title={nls.localize('tmll/viewer/paneMenu', 'More actions for {0}', name)}
                    aria-label={nls.localize('tmll/viewer/paneMenu', 'More actions for {0}', name)}
                    aria-haspopup="menu"
                    onClick={event => services.showMenu(session, pane.outputId, event)}
                />
                <ToolButton icon="close" onClick={() => session.removePane(pane.outputId)}>
                    {nls.localize('tmll/viewer/removePane', 'Remove {0}', name)}
                </ToolButton>
            </div>
            {!collapsed && (
                <>
                    <div className="tmll-pane-content" style={{ height }}>
                        {output && <PaneContent {...{ session, pane, output, renderer }} />}
                    </div>
                    <PaneResizer pane={pane} name={name} height={height} />
                </>
            )}
        </section>
    );
}

interface PaneContentProps {
    readonly session: TraceSessionImpl;
    readonly pane: PaneModel;
    readonly output: OutputDescriptor;
    readonly renderer: OutputRenderer | undefined;
}

function PaneContent({ session, pane, output, renderer }: PaneContentProps): React.ReactElement {
    const hiddenOverlays = useEventValue(pane.onDidChange, () => pane.hiddenOverlays);
    const saveState = React.useCallback((state: object) => pane.keep(state), [pane]);
    const offerExport = React.useCallback((offered: PaneExport | undefined) => pane.offerExport(offered), [pane]);
    if (!renderer) {
        const text = nls.localize(
            'tmll/viewer/cannotDraw',
            '{0} cannot be drawn yet: outputs of type {1} have no view.',
            output.name,
            output.type
        );
        return <PaneMessage icon="circle-slash" text={text} />;
    }
    return (
        <PaneErrorBoundary>
            <renderer.Component
                session={session}
                output={output}
                hiddenOverlays={hiddenOverlays}
                savedState={pane.content}
                saveState={saveState}
                offerExport={offerExport}
            />
        </PaneErrorBoundary>
    );
}
