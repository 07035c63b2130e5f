import * as React from '@theia/core/shared/react';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { useEventValue } from '../../react/use-event';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { OutputPaneProps } from '../output-renderer';
import { GraphChart } from './graph-chart';
import { TimeGraphModel, TimeGraphState } from './time-graph-model';
import { TimeGraphSource } from './time-graph-source';

export interface TimeGraphPaneProps extends OutputPaneProps {
    readonly registry: OverlayRegistry;
    readonly themes: ChartThemeProvider;
}

/** A TIME_GRAPH output on the session's time axis. */
export function TimeGraphPane(props: TimeGraphPaneProps): React.ReactElement {
    const { session, output, registry, themes, hiddenOverlays, savedState, saveState, offerExport } = props;
    const [model] = React.useState(
        () =>
            new TimeGraphModel(
                new TimeGraphSource(session, output, session.origin),
                session.time,
                session.origin,
                savedState as TimeGraphState,
                saveState
            )
    );
    const theme = useEventValue(themes.onDidChange, () => themes.current);
    const overlays = useEventValue(registry.onDidChange, () =>
        registry.overlays({ experimentId: session.experiment.UUID, outputId: output.id }, hiddenOverlays)
    );
    React.useEffect(() => {
        const show = (): void => {
            const [path] = session.takeRequestedSeries(output.id).slice(-1);
            if (path) {
                model.revealPath(path);
            }
        };
        const listeners = [
            session.onDidRequestSeries(outputId => outputId === output.id && show()),
            // What was asked for before the rows were there is shown once they are.
            model.onDidChange(() => model.snapshot.entries.value && show())
        ];
        return () => listeners.forEach(listener => listener.dispose());
    }, [session, output, model]);
    return (
        <GraphChart
            label={output.name}
            model={model}
            origin={session.origin}
            overlays={overlays}
            theme={theme}
            offerExport={offerExport}
        />
    );
}
