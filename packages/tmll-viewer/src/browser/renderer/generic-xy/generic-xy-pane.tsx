import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { ToolButton } from '../../react/tool-button';
import { useEventValue } from '../../react/use-event';
import { useSize } from '../../react/use-size';
import { ChartTheme, ChartThemeProvider } from '../../theme/chart-theme';
import { TreeSplitter } from '../../timeline/tree-splitter';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { drawable } from '../tree/entry-tree';
import { EntryPanel } from '../tree/entry-panel';
import { valueFormat } from '../xy/value-format';
import { genericCsv, genericPicture } from './generic-export';
import { GenericCurve, GenericPicture } from './generic-painter';
import { GenericPlot } from './generic-plot';
import { fullWindow, XWindow } from './generic-scale';
import { GenericXyModel, GenericXySnapshot, GenericXyState } from './generic-xy-model';
import { fetchGenericEntries, fetchGenericXy } from './generic-xy-source';

export interface GenericXyPaneProps extends OutputPaneProps {
    readonly themes: ChartThemeProvider;
}

const NOTHING_MARKED: ReadonlySet<string> = new Set();

/** A TREE_GENERIC_XY output: series over ranges, categories or values other than time. */
export function GenericXyPane(props: GenericXyPaneProps): React.ReactElement {
    const { session, output, themes, savedState, saveState, offerExport } = props;
    const [model] = React.useState(
        () =>
            new GenericXyModel(
                session,
                {
                    entries: signal => fetchGenericEntries(session, output, signal),
                    series: (query, signal) => fetchGenericXy(session, output, query, signal)
                },
                themes.current.series.length,
                savedState as GenericXyState,
                saveState
            )
    );
    React.useEffect(() => {
        model.start();
        return () => model.dispose();
    }, [model]);
    const theme = useEventValue(themes.onDidChange, () => themes.current);
    const snapshot = useEventValue(model.onDidChange, () => model.snapshot);
    const [size, sizeRef] = useSize<HTMLDivElement>();
    React.useEffect(() => model.setWidth(size.width), [model, size.width]);
    const [zoomed, setZoomed] = React.useState<XWindow>();
    const curves = React.useMemo(() => curvesOf(snapshot, theme), [snapshot, theme]);
    const picture = React.useMemo(
        (): GenericPicture => ({
            curves,
            view: zoomed ?? fullWindow(curves),
            size,
            theme,
            xFormat: valueFormat(snapshot.data.value?.x.unit ?? ''),
            yFormat: valueFormat(snapshot.data.value?.y.unit ?? ''),
            xLabel: axisLabel(snapshot.data.value?.x),
            yLabel: axisLabel(snapshot.data.value?.y),
            logarithmic: snapshot.logarithmic
        }),
        [curves, zoomed, size, theme, snapshot.data, snapshot.logarithmic]
    );
    React.useEffect(() => {
        offerExport({ csv: () => genericCsv(picture), picture: () => genericPicture(output.name, picture) });
        return () => offerExport(undefined);
    }, [offerExport, picture, output]);
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
                marked={NOTHING_MARKED}
                onToggle={node => model.toggle(node)}
                onSetChecked={(nodes, on) => model.setChecked(nodes, on)}
            >
                <ToolButton
                    icon="graph-scatter"
                    pressed={snapshot.logarithmic}
                    onClick={() => model.setLogarithmic(!snapshot.logarithmic)}
                >
                    {nls.localize('tmll/viewer/generic/log', 'Logarithmic Y axis')}
                </ToolButton>
                <ToolButton
                    icon="selection"
                    pressed={snapshot.onlySelection}
                    onClick={() => model.setOnlySelection(!snapshot.onlySelection)}
                >
                    {nls.localize('tmll/viewer/onlySelection', 'Only the selected stretch of time')}
                </ToolButton>
            </EntryPanel>
            <TreeSplitter />
            <div className="tmll-xy-plot" ref={sizeRef}>
                {size.width > 0 && <GenericPlot label={output.name} picture={picture} onView={setZoomed} />}
                <GenericStatus snapshot={snapshot} name={output.name} onRetry={() => model.retry()} />
            </div>
        </div>
    );
}

function axisLabel(axis: { readonly label: string; readonly unit: string } | undefined): string {
    return axis?.label ?? '';
}

function curvesOf(
    { entries, data, checked, colors }: GenericXySnapshot,
    { series: palette }: ChartTheme
): GenericCurve[] {
    const found = new Map(data.value?.series.map(series => [series.id, series]));
    return drawable(entries.value?.roots ?? []).flatMap(({ id, path }) => {
        const series = checked.has(id) ? found.get(id) : undefined;
        const label = path.slice(path.length > 2 ? 2 : 1).join(' / ');
        return series ? [{ ...series, label, color: palette[(colors.get(id) ?? 0) % palette.length] }] : [];
    });
}

interface GenericStatusProps {
    readonly snapshot: GenericXySnapshot;
    readonly name: string;
    readonly onRetry: () => void;
}

function GenericStatus({ snapshot, name, onRetry }: GenericStatusProps): React.ReactElement | undefined {
    const { entries, data, checked } = snapshot;
    const error = entries.error ?? data.error;
    if (error) {
        return <PaneMessage icon="error" text={error} onRetry={onRetry} />;
    }
    if (entries.loading || data.loading) {
        return <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', name)} />;
    }
    if (entries.value?.roots.length === 0) {
        const text = nls.localize('tmll/viewer/xy/empty', 'This trace has no data for {0}.', name);
        return <PaneMessage icon="info" text={text} />;
    }
    if (entries.value && checked.size === 0) {
        const text = nls.localize('tmll/viewer/xy/noneChecked', 'Check a series on the left to draw it.');
        return <PaneMessage icon="info" text={text} />;
    }
    if (data.value && checked.size > 0 && data.value.series.length === 0) {
        const text = nls.localize('tmll/viewer/generic/none', 'There is nothing to count in this stretch of time.');
        return <PaneMessage icon="info" text={text} />;
    }
    return undefined;
}
