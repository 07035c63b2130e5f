import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { useEventValue } from '../react/use-event';
import { OutputRenderer } from '../renderer/output-renderer';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { PaneMessage } from '../renderer/pane-message';
import { ToolButton } from '../react/tool-button';
import { PaneModel } from '../session/pane-model';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { OverlayMenu } from './overlay-menu';
import { PaneErrorBoundary } from './pane-error-boundary';
import { PaneResizer } from './pane-resizer';

/** What a pane needs of the application around it. */
export interface PaneServices {
    readonly renderers: OutputRendererRegistry;
    readonly overlays: OverlayRegistry;
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
    const output = session.outputs.find(({ id }) => id === pane.outputId);
    const name = output?.name ?? pane.outputId;
    const renderer = output && services.renderers.rendererFor(output);
    const id = React.useId();
    return (
        <section
            className="tmll-pane"
            data-output-id={pane.outputId}
            aria-labelledby={id}
            onContextMenu={event => services.showMenu(session, pane.outputId, event)}
        >
            <div className="tmll-pane-header">
                <h3 id={id} className="tmll-pane-title" title={output?.description}>
                    {name}
                </h3>
                <span className="tmll-pane-description">{output?.description}</span>
                {renderer?.drawsOverlays && <OverlayMenu registry={services.overlays} pane={pane} />}
                <ToolButton icon="close" onClick={() => session.removePane(pane.outputId)}>
                    {nls.localize('tmll/viewer/removePane', 'Remove {0}', name)}
                </ToolButton>
            </div>
            <div className="tmll-pane-content" style={{ height }}>
                {output && <PaneContent {...{ session, pane, output, renderer }} />}
            </div>
            <PaneResizer pane={pane} name={name} height={height} />
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
            />
        </PaneErrorBoundary>
    );
}
