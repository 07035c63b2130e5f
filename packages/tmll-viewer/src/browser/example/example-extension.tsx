import * as React from '@theia/core/shared/react';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { ContainerModule, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import {
    ExplorerGroup,
    ExplorerItem,
    Overlay,
    OverlayProvider,
    OutputPaneProps,
    OutputRenderer,
    PaneAction,
    PaneTarget,
    PlotSurface,
    TraceSession
} from '../..';

/**
 * What another extension can add to the viewer, each in its smallest form. It imports only what the package exports; a real one
 * imports it from `tmll-viewer` and has this module as a frontend module.
 */
export default new ContainerModule(bind => {
    bind(OutputRenderer).to(HeartbeatRenderer).inSingletonScope();
    bind(OverlayProvider).to(DeployOverlayProvider).inSingletonScope();
    bind(ExplorerGroup).to(DeployGroup).inSingletonScope();
    bind(PaneAction).to(CountSeriesAction).inSingletonScope();
});

/** Draws outputs of a kind that the viewer does not know, along the shared time axis. */
@injectable()
export class HeartbeatRenderer implements OutputRenderer {
    readonly id = 'example.heartbeat';

    canRender({ id }: OutputDescriptor): number {
        return id.startsWith('example.heartbeat') ? 20 : 0;
    }

    readonly Component = Heartbeat;
}

function Heartbeat({ session, output, offerExport }: OutputPaneProps): React.ReactElement {
    React.useEffect(() => {
        offerExport({ csv: () => 'beat\r\n1\r\n' });
        return () => offerExport(undefined);
    }, [offerExport]);
    return (
        <div>
            <p>{`${output.name} of ${session.experiment.name}`}</p>
            <PlotSurface time={session.time} label="Heartbeat" />
        </div>
    );
}

/** When something was deployed, ns since the epoch. */
export const DEPLOYED_AT = 1_457_113_582_900_000_000n;

/** Marks deployments on every chart. */
@injectable()
export class DeployOverlayProvider implements OverlayProvider {
    readonly id = 'example.deployments';
    readonly label = 'Deployments';
    protected readonly changeEmitter = new Emitter<void>();

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    overlays(): readonly Overlay[] {
        const overlays: readonly Overlay[] = [
            {
                id: 'deployments',
                kind: 'spans',
                category: 'production',
                origin: DEPLOYED_AT,
                starts: Float64Array.of(0),
                ends: Float64Array.of(50_000_000),
                severity: () => 'info',
                tooltip: () => ['Deployed 1.2.3']
            },
            {
                id: 'threshold',
                kind: 'line',
                origin: DEPLOYED_AT,
                times: Float64Array.of(0, 50_000_000),
                values: Float64Array.of(80, 80),
                severity: 'high',
                dashed: true,
                tooltip: () => ['Threshold 80 %']
            }
        ];
        return overlays;
    }

    categories(): readonly { readonly id: string; readonly label: string }[] {
        return [{ id: 'production', label: 'Production' }];
    }
}

/** Lists deployments in the Traces view; a click goes there. */
@injectable()
export class DeployGroup implements ExplorerGroup {
    readonly id = 'example.deployments';
    readonly label = 'Deployments';
    readonly onDidChange: Event<void> = Event.None;

    items(session: TraceSession | undefined): readonly ExplorerItem[] {
        if (!session) {
            return [];
        }
        const start = Number(DEPLOYED_AT - session.origin);
        return [
            {
                id: '1.2.3',
                label: '1.2.3',
                icon: 'rocket',
                run: () => session.reveal({ start, end: start + 50_000_000 })
            }
        ];
    }
}

/** Adds a button to the headers of panes. */
@injectable()
export class CountSeriesAction implements PaneAction {
    readonly id = 'example.count';
    readonly label = 'Count series';
    readonly icon = 'symbol-numeric';
    readonly counted: PaneTarget[] = [];

    isVisible({ outputId }: PaneTarget): boolean {
        return outputId !== 'example.hidden';
    }

    run(target: PaneTarget): void {
        this.counted.push(target);
    }
}
