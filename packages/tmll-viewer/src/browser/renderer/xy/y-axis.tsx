import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { PLOT_PADDING_BOTTOM, PLOT_PADDING_TOP } from '../../timeline/plot-geometry';
import { PlotLayout } from './use-plot-layout';

/** Values at the lower and the upper edge of a chart. */
export type YWindow = readonly [low: number, high: number];

export interface YAxisProps {
    readonly name: string;
    readonly layoutRef: React.RefObject<PlotLayout>;
    /** Undefined: the values on screen decide again. */
    readonly onZoom: (range: YWindow | undefined) => void;
}

const ZOOM_A_PIXEL = Math.log(1.25) / 100;
const CLICK_SLACK = 4;
const KEY_ZOOM = 1.25;

/** Lies over the numbers of the Y axis: the wheel zooms them, dragging zooms to what is dragged over, a double click ends it. */
export function YAxis({ name, layoutRef, onZoom }: YAxisProps): React.ReactElement {
    const [rubber, setRubber] = React.useState<readonly [from: number, to: number]>();
    const dragRef = React.useRef<number>(undefined);
    const attach = React.useCallback(
        (element: HTMLElement | null) => {
            if (!element) {
                return undefined;
            }
            const onWheel = (event: WheelEvent): void => {
                event.preventDefault();
                event.stopPropagation();
                const around = valueAt(event, element, layoutRef.current);
                onZoom(zoomed(layoutRef.current.values, around, Math.exp(event.deltaY * ZOOM_A_PIXEL)));
            };
            element.addEventListener('wheel', onWheel, { passive: false });
            return () => element.removeEventListener('wheel', onWheel);
        },
        [layoutRef, onZoom]
    );
    const placeOf = (event: React.PointerEvent<HTMLElement>): number =>
        event.clientY - event.currentTarget.getBoundingClientRect().top;
    const onPointerUp = (event: React.PointerEvent<HTMLElement>): void => {
        const from = dragRef.current;
        const to = placeOf(event);
        dragRef.current = undefined;
        setRubber(undefined);
        if (from !== undefined && Math.abs(to - from) > CLICK_SLACK) {
            const height = event.currentTarget.clientHeight;
            const ends = [from, to].map(y => valueOf(y, height, layoutRef.current));
            onZoom([Math.min(...ends), Math.max(...ends)]);
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const { values } = layoutRef.current;
        const factor = event.key === 'ArrowUp' ? 1 / KEY_ZOOM : event.key === 'ArrowDown' ? KEY_ZOOM : undefined;
        if (factor) {
            event.preventDefault();
            onZoom(zoomed(values, (values[0] + values[1]) / 2, factor));
        } else if (event.key === 'Escape') {
            onZoom(undefined);
        }
    };
    return (
        <div
            ref={attach}
            className="tmll-y-axis"
            role="separator"
            aria-orientation="horizontal"
            aria-label={nls.localize('tmll/viewer/xy/yAxis', 'Y axis of {0}', name)}
            title={nls.localize('tmll/viewer/xy/yAxisHelp', 'Wheel or drag to zoom the Y axis, double click to end it')}
            tabIndex={0}
            onPointerDown={event => {
                if (event.button === 0) {
                    event.currentTarget.setPointerCapture(event.pointerId);
                    dragRef.current = placeOf(event);
                }
            }}
            onPointerMove={event => dragRef.current !== undefined && setRubber([dragRef.current, placeOf(event)])}
            onPointerUp={onPointerUp}
            onDoubleClick={() => onZoom(undefined)}
            onKeyDown={onKeyDown}
        >
            {rubber && (
                <div
                    className="tmll-y-zoom"
                    style={{ top: Math.min(...rubber), height: Math.abs(rubber[1] - rubber[0]) }}
                />
            )}
        </div>
    );
}

function valueAt({ clientY }: MouseEvent, element: HTMLElement, layout: PlotLayout): number {
    return valueOf(clientY - element.getBoundingClientRect().top, element.clientHeight, layout);
}

function valueOf(y: number, height: number, { values: [low, high] }: PlotLayout): number {
    const inner = Math.max(height - PLOT_PADDING_TOP - PLOT_PADDING_BOTTOM, 1);
    return high - (Math.min(Math.max(y - PLOT_PADDING_TOP, 0), inner) / inner) * (high - low);
}

/** The window wider or narrower by a factor around a value that stays where it is. */
export function zoomed([low, high]: YWindow, around: number, factor: number): YWindow {
    return [around - (around - low) * factor, around + (high - around) * factor];
}
