import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { OverlayHits } from '../../overlay/overlay-hits';
import { PlacedItem } from '../../overlay/overlay-layout';
import { Tooltip } from '../../react/tooltip';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplayContext } from '../../time/time-display';
import { formatDuration } from '../../time/time-format';
import { StateHit } from './graph-geometry';
import { TimeGraphModel } from './time-graph-model';

/** What the mouse is on. */
export interface GraphHover {
    /** The mouse, in pixels of the window. */
    readonly x: number;
    readonly y: number;
    /** Ns from the origin. */
    readonly time: number;
    readonly state: StateHit | undefined;
    readonly hits: readonly PlacedItem[];
}

export interface GraphTooltipProps extends GraphHover {
    readonly model: TimeGraphModel;
    readonly theme: ChartTheme;
}

/** The mouse must rest so long before the trace server is asked for more. */
const REST_MS = 200;

/** Tells which state is under the mouse, since when and for how long, what the server knows of it, and what is marked there. */
export function GraphTooltip({ x, y, time, state, hits, model, theme }: GraphTooltipProps): React.ReactElement {
    const display = React.useContext(TimeDisplayContext);
    const details = useDetails(model, state, time);
    const name = state && stateName(state);
    return (
        <Tooltip x={x} y={y}>
            <OverlayHits hits={hits} theme={theme} />
            {state && (
                <>
                    <div className="tmll-tooltip-time">
                        {state.states.styles[state.index]?.fill && (
                            <span
                                className="tmll-swatch"
                                style={{ backgroundColor: state.states.styles[state.index]?.fill }}
                            />
                        )}
                        {name}
                    </div>
                    <Line
                        name={nls.localize('tmll/viewer/graph/row', 'Row')}
                        text={state.row.node.labels.filter(Boolean).join(' · ')}
                    />
                    <Line
                        name={nls.localize('tmll/viewer/graph/duration', 'Duration')}
                        text={formatDuration(state.states.ends[state.index] - state.states.starts[state.index])}
                    />
                    <Line
                        name={nls.localize('tmll/viewer/graph/start', 'Start')}
                        text={display.text(state.states.starts[state.index])}
                    />
                    {details.map(([key, text]) => (
                        <Line key={key} name={key} text={text} />
                    ))}
                </>
            )}
            <div className={state ? 'tmll-tooltip-clock' : 'tmll-tooltip-time'}>{display.text(time)}</div>
            <div className="tmll-tooltip-clock">{display.otherText(time)}</div>
        </Tooltip>
    );
}

/** What a state is called. */
export function stateName({ states, index }: StateHit): string {
    const style = states.styles[index]?.name ?? '';
    const label = states.labels[index] ?? '';
    return label !== '' && style !== '' && label !== style && !/^\d+$/.test(style)
        ? `${label} (${style})`
        : label || style;
}

function Line({ name, text }: { readonly name: string; readonly text: string }): React.ReactElement {
    return (
        <div className="tmll-tooltip-row">
            <span className="tmll-tooltip-label">{name}</span>
            <span className="tmll-tooltip-value">{text}</span>
        </div>
    );
}

type Details = readonly (readonly [string, string])[];

/** What the trace server adds, once the mouse has rested on a state; nothing when it has nothing or does not answer. */
function useDetails(model: TimeGraphModel, state: StateHit | undefined, time: number): Details {
    const [found, setFound] = React.useState<{ readonly key: string; readonly details: Details }>();
    const entryId = state?.row.node.id;
    const start = state?.states.starts[state.index];
    const end = state?.states.ends[state.index];
    const key = `${entryId}/${start}`;
    const timeRef = React.useRef(time);
    React.useEffect(() => {
        timeRef.current = time;
    }, [time]);
    React.useEffect(() => {
        if (entryId === undefined || start === undefined || end === undefined) {
            return undefined;
        }
        const controller = new AbortController();
        const timer = setTimeout(() => {
            model.tooltip(entryId, timeRef.current, { start, end }, controller.signal).then(
                details => !controller.signal.aborted && setFound({ key, details }),
                // A tooltip without details is still one; what fails on every hover must not be told on every hover.
                () => undefined
            );
        }, REST_MS);
        return () => {
            clearTimeout(timer);
            controller.abort();
        };
    }, [model, entryId, start, end, key]);
    return found?.key === key ? found.details : [];
}
