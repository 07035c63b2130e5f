import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { CanvasView } from '../../draw/canvas-view';
import { Tooltip } from '../../react/tooltip';
import { GenericPicture, paintGeneric, plotBox } from './generic-painter';
import { fullWindow, placeOf, XWindow } from './generic-scale';

export interface GenericPlotProps {
    readonly label: string;
    readonly picture: GenericPicture;
    readonly onView: (view: XWindow | undefined) => void;
}

interface Hover {
    readonly x: number;
    readonly y: number;
    readonly index: number;
}

const ZOOM_A_PIXEL = Math.log(1.25) / 100;
const MOST_ROWS = 14;

/** A chart over ranges or categories: the wheel zooms the X axis, dragging moves it, a double click shows all of it. */
export function GenericPlot({ label, picture, onView }: GenericPlotProps): React.ReactElement {
    const [hover, setHover] = React.useState<Hover>();
    const pictureRef = React.useRef(picture);
    const viewRef = React.useRef<CanvasView>(undefined);
    const attach = React.useCallback((host: HTMLElement | null) => {
        if (!host) {
            return undefined;
        }
        const view = new CanvasView(host, drawing => paintGeneric(drawing, pictureRef.current));
        viewRef.current = view;
        return () => view.dispose();
    }, []);
    React.useEffect(() => {
        pictureRef.current = picture;
        viewRef.current?.resize(picture.size);
        viewRef.current?.schedule();
    }, [picture]);
    const surface = useXGestures(pictureRef, onView);
    const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
        const index = event.buttons === 0 ? indexAt(picture, event) : undefined;
        setHover(index === undefined ? undefined : { x: event.clientX, y: event.clientY, index });
    };
    return (
        <>
            <div className="tmll-xy-canvas" ref={attach} aria-hidden="true" />
            <div
                ref={surface}
                className="tmll-generic-surface"
                role="group"
                aria-label={nls.localize('tmll/viewer/xy/chart', 'Chart of {0}', label)}
                tabIndex={0}
                onPointerMove={onPointerMove}
                onPointerLeave={() => setHover(undefined)}
                onDoubleClick={() => onView(undefined)}
            />
            <GenericSummary picture={picture} label={label} />
            {hover && <GenericTooltip picture={picture} {...hover} />}
        </>
    );
}

/** The index of the value under the mouse. */
function indexAt({ curves, view, size }: GenericPicture, event: React.PointerEvent<HTMLElement>): number | undefined {
    const box = event.currentTarget.getBoundingClientRect();
    const at = view.start + ((event.clientX - box.left) / plotBox(size).width) * (view.end - view.start);
    const domain = curves[0]?.domain;
    const count = curves[0]?.values.length ?? 0;
    let best: { readonly index: number; readonly distance: number } | undefined;
    for (let index = 0; domain && index < count; index++) {
        const { start, end } = placeOf(domain, index);
        const distance = at < start ? start - at : at >= end ? at - end : 0;
        if (!best || distance < best.distance) {
            best = { index, distance };
        }
    }
    return best?.index;
}

function useXGestures(
    pictureRef: React.RefObject<GenericPicture>,
    onView: (view: XWindow | undefined) => void
): React.RefCallback<HTMLElement> {
    return React.useCallback(
        (element: HTMLElement | null) => {
            if (!element) {
                return undefined;
            }
            const listeners = new AbortController();
            const { signal } = listeners;
            let drag: { readonly x: number; readonly view: XWindow } | undefined;
            const show = ({ start, end }: XWindow): void => {
                const full = fullWindow(pictureRef.current.curves);
                const width = Math.min(end - start, full.end - full.start);
                const left = Math.min(Math.max(start, full.start), full.end - width);
                onView({ start: left, end: left + width });
            };
            element.addEventListener(
                'wheel',
                event => {
                    event.preventDefault();
                    const { view } = pictureRef.current;
                    const { left, width } = element.getBoundingClientRect();
                    const share = (event.clientX - left) / Math.max(width, 1);
                    const span = (view.end - view.start) * Math.exp(event.deltaY * ZOOM_A_PIXEL);
                    const around = view.start + share * (view.end - view.start);
                    show({ start: around - share * span, end: around + (1 - share) * span });
                },
                { signal, passive: false }
            );
            element.addEventListener(
                'pointerdown',
                event => {
                    if (event.button === 0) {
                        element.setPointerCapture(event.pointerId);
                        drag = { x: event.clientX, view: pictureRef.current.view };
                    }
                },
                { signal }
            );
            element.addEventListener(
                'pointermove',
                event => {
                    if (drag && event.buttons === 1) {
                        const { start, end } = drag.view;
                        const by = ((drag.x - event.clientX) / Math.max(element.clientWidth, 1)) * (end - start);
                        show({ start: start + by, end: end + by });
                    }
                },
                { signal }
            );
            element.addEventListener('pointerup', () => (drag = undefined), { signal });
            return () => listeners.abort();
        },
        [pictureRef, onView]
    );
}

/** Where a value stands, in words. */
export function placeText({ curves, xFormat }: GenericPicture, index: number): string {
    const domain = curves[0]?.domain;
    if (!domain) {
        return '';
    }
    return domain.kind === 'categories'
        ? (domain.names[index] ?? '')
        : domain.kind === 'ranges'
          ? `${xFormat.format(domain.starts[index])} – ${xFormat.format(domain.ends[index])}`
          : xFormat.format(domain.values[index]);
}

function GenericTooltip({ picture, x, y, index }: Hover & { readonly picture: GenericPicture }): React.ReactElement {
    const { curves, yFormat } = picture;
    const rows = curves
        .filter(({ values }) => (values[index] ?? 0) !== 0)
        .sort((first, second) => second.values[index] - first.values[index]);
    return (
        <Tooltip x={x} y={y}>
            <div className="tmll-tooltip-time">{placeText(picture, index)}</div>
            {rows.length === 0 && <div className="tmll-tooltip-clock">{yFormat.format(0)}</div>}
            {rows.slice(0, MOST_ROWS).map(({ id, color, label, values }) => (
                <div key={id} className="tmll-tooltip-row">
                    <span className="tmll-swatch" style={{ backgroundColor: color }} />
                    <span className="tmll-tooltip-label">{label}</span>
                    <span className="tmll-tooltip-value">{yFormat.format(values[index])}</span>
                </div>
            ))}
            {rows.length > MOST_ROWS && (
                <div className="tmll-tooltip-more">
                    {nls.localize('tmll/viewer/xy/more', 'and {0} more', rows.length - MOST_ROWS)}
                </div>
            )}
        </Tooltip>
    );
}

interface GenericSummaryProps {
    readonly picture: GenericPicture;
    readonly label: string;
}

/** The series on screen as a list for those who cannot see the canvas: screen readers and tests. */
function GenericSummary({ picture, label }: GenericSummaryProps): React.ReactElement {
    return (
        <ol
            className="tmll-overlay-summary"
            aria-label={nls.localize('tmll/viewer/generic/summary', 'Series of {0} on screen', label)}
        >
            {picture.curves.slice(0, 50).map(({ id, label: name, values }) => {
                const highest = values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
                return (
                    <li key={id} data-values={values.length}>
                        {`${name}: ${picture.yFormat.format(values[highest] ?? 0)}, ${placeText(picture, highest)}`}
                    </li>
                );
            })}
        </ol>
    );
}
