import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { CheckMenu, CheckMenuItem } from '../../react/check-menu';
import { useEventValue } from '../../react/use-event';
import { ToolButton } from '../../react/tool-button';
import { useSize } from '../../react/use-size';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { TreeSplitter } from '../../timeline/tree-splitter';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { curvesOf, overlaysOn } from './drawn-series';
import { EntryPanel } from '../tree/entry-panel';
import { pathKey } from '../tree/entry-tree';
import { valueFormat } from './value-format';
import { SERIES_STYLES, SeriesStyle } from './xy-data';
import { XyStatisticsPanel } from './xy-statistics-panel';
import { YWindow } from './y-axis';
import { MOST_SERIES, XyPaneModel, XyPaneState, XySnapshot } from './xy-pane-model';
import { XyPlot } from './xy-plot';

export interface XyPaneProps extends OutputPaneProps {
    readonly registry: OverlayRegistry;
    readonly themes: ChartThemeProvider;
}

/** An XY output: its series to choose from, and a chart of those that are checked. */
export function XyPane(props: XyPaneProps): React.ReactElement {
    const { session, output, registry, themes, hiddenOverlays, savedState, saveState, offerExport } = props;
    const [model] = React.useState(
        () => new XyPaneModel(session, output, themes.current.series.length, savedState as XyPaneState, saveState)
    );
    React.useEffect(() => {
        model.start();
        return () => model.dispose();
    }, [model]);
    const theme = useEventValue(themes.onDidChange, () => themes.current);
    const snapshot = useEventValue(model.onDidChange, () => model.snapshot);
    const [size, sizeRef] = useSize<HTMLDivElement>();
    React.useEffect(() => model.setWidth(size.width), [model, size.width]);

    const curves = React.useMemo(() => curvesOf(snapshot, theme.series), [snapshot, theme]);
    const all = useEventValue(registry.onDidChange, () =>
        registry.overlays({ experimentId: session.experiment.UUID, outputId: output.id }, hiddenOverlays)
    );
    const overlays = React.useMemo(() => overlaysOn(all, curves), [all, curves]);
    const marked = React.useMemo(() => new Set(all.flatMap(({ series }) => (series ? pathKey(series) : []))), [all]);
    const unit = curves[0]?.data.unit ?? '';
    const format = React.useMemo(() => valueFormat(unit), [unit]);
    const fromZero = snapshot.fromZero ?? format.startsAtZero;
    const zoomY = React.useCallback((yWindow: YWindow | undefined) => model.setLook({ yWindow }), [model]);
    const colors = React.useMemo(
        () => new Map([...snapshot.colors].map(([id, color]) => [id, theme.series[color]])),
        [snapshot.colors, theme]
    );
    return (
        <div className="tmll-xy">
            <EntryPanel
                label={output.name}
                nodes={snapshot.entries.value?.roots ?? []}
                headers={snapshot.entries.value?.headers ?? []}
                checked={snapshot.checked}
                colors={colors}
                marked={marked}
                onToggle={node => model.toggle(node)}
                onSetChecked={(nodes, on) => model.setChecked(nodes, on)}
            >
                <ToolButton
                    icon="fold-down"
                    pressed={fromZero}
                    onClick={() => model.setLook({ fromZero: !fromZero, yWindow: undefined })}
                >
                    {nls.localize('tmll/viewer/xy/fromZero', 'Start the Y axis at zero')}
                </ToolButton>
                <CheckMenu
                    icon="graph"
                    label={nls.localize('tmll/viewer/xy/style', 'How series are drawn')}
                    items={styleItems(snapshot.style)}
                    onToggle={id => model.setLook({ style: SERIES_STYLES.find(style => style === id) })}
                />
                <ToolButton
                    icon="symbol-numeric"
                    pressed={snapshot.statistics}
                    onClick={() => model.setLook({ statistics: !snapshot.statistics })}
                >
                    {nls.localize('tmll/viewer/xy/statistics', 'Statistics of the selection')}
                </ToolButton>
            </EntryPanel>
            <TreeSplitter />
            <div className="tmll-xy-plot" ref={sizeRef}>
                <XyPlot
                    {...{ session, size, curves, overlays, theme, format, fromZero, offerExport }}
                    name={output.name}
                    yWindow={snapshot.yWindow}
                    onZoomY={zoomY}
                />
                <XyStatus snapshot={snapshot} name={output.name} onRetry={() => model.retry()} />
                {snapshot.statistics && <XyStatisticsPanel {...{ session, output, curves, format }} />}
            </div>
        </div>
    );
}

function styleItems(chosen: SeriesStyle | undefined): CheckMenuItem[] {
    const labels: Readonly<Record<SeriesStyle, string>> = {
        line: nls.localize('tmll/viewer/xy/style/line', 'Lines'),
        area: nls.localize('tmll/viewer/xy/style/area', 'Areas'),
        step: nls.localize('tmll/viewer/xy/style/step', 'Steps'),
        bar: nls.localize('tmll/viewer/xy/style/bar', 'Bars'),
        scatter: nls.localize('tmll/viewer/xy/style/scatter', 'Points')
    };
    return [
        {
            id: 'server',
            label: nls.localize('tmll/viewer/xy/style/server', 'As the trace server says'),
            checked: chosen === undefined
        },
        ...SERIES_STYLES.map(style => ({ id: style, label: labels[style], checked: style === chosen }))
    ];
}

interface XyStatusProps {
    readonly snapshot: XySnapshot;
    readonly name: string;
    readonly onRetry: () => void;
}

/** What there is to say about the data: that it is coming, that it failed, that there is none. */
function XyStatus({ snapshot, name, onRetry }: XyStatusProps): React.ReactElement | undefined {
    const { entries, data, checked } = snapshot;
    const error = entries.error ?? data.error;
    if (error) {
        return <PaneMessage icon="error" text={error} onRetry={onRetry} />;
    }
    if (entries.loading || data.loading) {
        return <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', name)} />;
    }
    if (entries.value?.roots.length === 0) {
        return (
            <PaneMessage
                icon="info"
                text={nls.localize('tmll/viewer/xy/empty', 'This trace has no data for {0}.', name)}
            />
        );
    }
    if (entries.value && checked.size === 0) {
        const text = nls.localize('tmll/viewer/xy/noneChecked', 'Check a series on the left to draw it.');
        return <PaneMessage icon="info" text={text} />;
    }
    if (checked.size > MOST_SERIES) {
        const text = nls.localize('tmll/viewer/xy/tooMany', 'The first {0} of {1} series', MOST_SERIES, checked.size);
        return <div className="tmll-xy-note">{text}</div>;
    }
    return undefined;
}
