import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Overlay } from '../../overlay/overlay';
import { useEventValue } from '../../react/use-event';
import { useSize } from '../../react/use-size';
import { userSentence } from '../../load/user-sentence';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplayContext } from '../../time/time-display';
import { TreeSplitter } from '../../timeline/tree-splitter';
import { rowWindow, topToReveal } from '../../virtual/row-window';
import { OutputPaneProps } from '../output-renderer';
import { PaneMessage, PaneProgress } from '../pane-message';
import { flatten } from '../tree/entry-tree';
import { GRAPH_ROW_HEIGHT } from './graph-geometry';
import { graphCsv, graphPicture } from './graph-export';
import { GraphLegend } from './graph-legend';
import { GraphPlot } from './graph-plot';
import { GraphTools } from './graph-tools';
import { GraphTree } from './graph-tree';
import { GraphContent } from './graph-view';
import { markedRows } from './overlay-rows';
import { StateArrow, StateRow } from './state-rows';
import { TimeGraphModel, TimeGraphSnapshot } from './time-graph-model';

export interface GraphChartProps {
    /** Name of the output. */
    readonly label: string;
    readonly model: TimeGraphModel;
    readonly origin: bigint;
    readonly overlays: readonly Overlay[];
    /** Those of which only the rows are marked, for charts that are not on the trace's time. Default: `overlays`. */
    readonly marks?: readonly Overlay[];
    readonly theme: ChartTheme;
    readonly offerExport: OutputPaneProps['offerExport'];
    /** Stands between the tools and the rows. */
    readonly axis?: React.ReactNode;
}

const NO_STATES: ReadonlyMap<number, StateRow> = new Map();
const NO_ARROWS: readonly StateArrow[] = [];

/** Rows of states with their names, for time graphs and Gantt charts alike. */
export function GraphChart(props: GraphChartProps): React.ReactElement {
    const { label, model, origin, overlays, marks = overlays, theme, offerExport, axis } = props;
    React.useEffect(() => {
        model.start();
        return () => model.dispose();
    }, [model]);
    const snapshot = useEventValue(model.onDidChange, () => model.snapshot);
    const display = React.useContext(TimeDisplayContext);
    const [legend, setLegend] = React.useState(false);
    const [jumpError, setJumpError] = React.useState<string>();
    const [size, sizeRef] = useSize<HTMLDivElement>();
    const { top, scrollerRef, onScroll, scrollRows, reveal } = useGraphScroll(snapshot.rows.length, size.height);
    const { first, end } = rowWindow(top / GRAPH_ROW_HEIGHT, size.height / GRAPH_ROW_HEIGHT, snapshot.rows.length);
    React.useEffect(() => model.setSight(size.width, { first, end }), [model, size.width, first, end]);
    useReveal(snapshot, reveal);

    const { rows, selected, filter, data } = snapshot;
    const content = React.useMemo(
        (): GraphContent => ({
            size,
            rows,
            states: data.value?.rows ?? NO_STATES,
            arrows: data.value?.arrows ?? NO_ARROWS,
            top,
            theme,
            ticks: display.ticks,
            selected,
            filter,
            overlays
        }),
        [size, rows, data.value, top, theme, display, selected, filter, overlays]
    );
    React.useEffect(() => {
        offerExport({
            csv: () => graphCsv(content, model.time.view, origin),
            picture: () => graphPicture(label, content, model.time.view, origin)
        });
        return () => offerExport(undefined);
    }, [offerExport, content, model, origin, label]);
    const { value: entries } = snapshot.entries;
    const marked = React.useMemo(() => markedRows(marks, flatten(entries?.roots ?? [])), [marks, entries]);
    const jump = (direction: 1 | -1): void => {
        setJumpError(undefined);
        model.jumpToChange(direction).catch(error => setJumpError(userSentence(error)));
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
        if (direction && event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
            event.preventDefault();
            event.stopPropagation();
            jump(direction);
        }
    };
    return (
        <div className="tmll-graph" onKeyDown={onKeyDown}>
            <GraphTools
                {...{ label, model, snapshot }}
                onJump={jump}
                onLegend={() => setLegend(!legend)}
                legendShown={legend}
            />
            {axis}
            <div className="tmll-graph-body">
                <div className="tmll-graph-names" ref={scrollerRef} onScroll={onScroll}>
                    <GraphTree {...{ label, model, snapshot, marked }} window={{ first, end }} onReveal={reveal} />
                </div>
                <TreeSplitter />
                <div className="tmll-graph-frame" ref={sizeRef}>
                    <GraphPlot {...{ label, model, content, origin }} scrollRows={scrollRows} />
                </div>
                {legend && snapshot.entries.value && <GraphLegend styles={snapshot.entries.value.styles.legend} />}
                <GraphStatus snapshot={snapshot} label={label} jumpError={jumpError} onRetry={() => model.retry()} />
            </div>
        </div>
    );
}

interface GraphScroll {
    /** Pixels scrolled away above. */
    readonly top: number;
    readonly scrollerRef: React.RefCallback<HTMLElement>;
    onScroll(event: React.UIEvent<HTMLElement>): void;
    readonly scrollRows: (pixels: number) => boolean;
    readonly reveal: (index: number) => void;
}

/** The names scroll, and the states follow them. */
function useGraphScroll(count: number, height: number): GraphScroll {
    const [top, setTop] = React.useState(0);
    const elementRef = React.useRef<HTMLElement>(null);
    const scrollerRef = React.useCallback((element: HTMLElement | null) => {
        elementRef.current = element;
    }, []);
    const scrollRows = React.useCallback((pixels: number): boolean => {
        const scroller = elementRef.current;
        if (!scroller || scroller.scrollHeight <= scroller.clientHeight + 1) {
            return false;
        }
        scroller.scrollTop += pixels;
        return true;
    }, []);
    const reveal = React.useCallback(
        (index: number) => {
            const scroller = elementRef.current;
            if (scroller && index >= 0) {
                const row = topToReveal(index, scroller.scrollTop / GRAPH_ROW_HEIGHT, height / GRAPH_ROW_HEIGHT);
                scroller.scrollTop = row * GRAPH_ROW_HEIGHT;
            }
        },
        [height]
    );
    const most = Math.max(count * GRAPH_ROW_HEIGHT - height, 0);
    return {
        top: Math.min(top, most),
        scrollerRef,
        onScroll: event => setTop(event.currentTarget.scrollTop),
        scrollRows,
        reveal
    };
}

function useReveal({ reveal }: TimeGraphSnapshot, scrollTo: (index: number) => void): void {
    const revealedRef = React.useRef<TimeGraphSnapshot['reveal']>(undefined);
    React.useEffect(() => {
        if (reveal && reveal !== revealedRef.current) {
            revealedRef.current = reveal;
            scrollTo(reveal.index);
        }
    }, [reveal, scrollTo]);
}

interface GraphStatusProps {
    readonly snapshot: TimeGraphSnapshot;
    readonly label: string;
    readonly jumpError: string | undefined;
    readonly onRetry: () => void;
}

function GraphStatus({ snapshot, label, jumpError, onRetry }: GraphStatusProps): React.ReactElement | undefined {
    const { entries, data, rows, search } = snapshot;
    const error = entries.error ?? data.error;
    if (error) {
        return <PaneMessage icon="error" text={error} onRetry={onRetry} />;
    }
    if (jumpError) {
        return <PaneMessage icon="error" text={jumpError} />;
    }
    if (entries.loading || data.loading) {
        return <PaneProgress label={nls.localize('tmll/viewer/loading', 'Loading {0}', label)} />;
    }
    if (entries.value && rows.length === 0) {
        const text =
            search === ''
                ? nls.localize('tmll/viewer/xy/empty', 'This trace has no data for {0}.', label)
                : nls.localize('tmll/viewer/graph/noMatch', 'No row matches the search.');
        return <PaneMessage icon="info" text={text} />;
    }
    return undefined;
}
