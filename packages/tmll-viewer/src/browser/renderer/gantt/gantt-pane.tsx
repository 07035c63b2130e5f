import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { LatestLoad } from '../../load/latest-load';
import { Overlay } from '../../overlay/overlay';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { useEventValue } from '../../react/use-event';
import { TimeModelImpl } from '../../session/time-model-impl';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { timeDisplay, TimeDisplayContext } from '../../time/time-display';
import { TimeAxis } from '../../timeline/time-axis';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { GraphChart } from '../time-graph/graph-chart';
import { TimeGraphModel, TimeGraphState } from '../time-graph/time-graph-model';
import { GraphEntries, TimeGraphSource } from '../time-graph/time-graph-source';
import { markOwnTime } from './own-time';

export interface GanttPaneProps extends OutputPaneProps {
    readonly registry: OverlayRegistry;
    readonly themes: ChartThemeProvider;
}

/** Its time is not the trace's: overlays cannot be placed on it, but their rows can be told. */
const NO_OVERLAYS: readonly Overlay[] = [];
const DURATIONS = timeDisplay('relative', 0n);

/** A GANTT_CHART output, such as a flame graph: rows of states on an axis of its own that begins at zero. */
export function GanttPane(props: GanttPaneProps): React.ReactElement {
    const { session, output, registry, themes, hiddenOverlays, savedState, saveState, offerExport } = props;
    const [source] = React.useState(() => new TimeGraphSource(session, output, 0n));
    const [load] = React.useState(() => new LatestLoad<void, GraphEntries>((_, signal) => source.entries(signal)));
    React.useEffect(() => {
        load.request();
        return () => load.stop();
    }, [load]);
    const entries = useEventValue(load.onDidChange, () => load.state);
    const theme = useEventValue(themes.onDidChange, () => themes.current);
    const marks = useEventValue(registry.onDidChange, () =>
        registry.overlays({ experimentId: session.experiment.UUID, outputId: output.id }, hiddenOverlays)
    );
    // What was saved counts only once, when the rows are there for the first time.
    const [initial] = React.useState(savedState);
    const model = React.useMemo(() => {
        const found = entries.value;
        const known = found && {
            entries: async () => found,
            states: source.states.bind(source),
            statesAt: source.statesAt.bind(source),
            tooltip: source.tooltip.bind(source)
        };
        const time = found && new TimeModelImpl(lengthOf(found));
        return known && time && new TimeGraphModel(known, time, 0n, initial as TimeGraphState, saveState);
    }, [source, entries.value, initial, saveState]);
    if (entries.error) {
        return <PaneMessage icon="error" text={entries.error} onRetry={() => load.retry()} />;
    }
    if (!model) {
        return <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', output.name)} />;
    }
    return (
        <TimeDisplayContext.Provider value={DURATIONS}>
            <div className="tmll-gantt" ref={element => markOwnTime(element, model.time)}>
                <GraphChart
                    label={output.name}
                    model={model}
                    origin={0n}
                    overlays={NO_OVERLAYS}
                    marks={marks}
                    theme={theme}
                    offerExport={offerExport}
                    axis={<TimeAxis time={model.time} />}
                />
            </div>
        </TimeDisplayContext.Provider>
    );
}

/** Ns up to which there is anything. */
function lengthOf({ spans }: GraphEntries): number {
    return [...spans.values()].reduce((most, { end }) => Math.max(most, end), 0);
}
