import * as React from '@theia/core/shared/react';
import { useSize } from '../react/use-size';
import { ScrollScale } from './scroll-scale';

export interface RowScroll {
    /** For the element that scrolls. */
    readonly scrollerRef: React.RefCallback<HTMLElement>;
    /** For an element of the height in which rows are seen. */
    readonly viewportRef: React.RefCallback<HTMLElement>;
    /** The first row in sight, fractions allowed. */
    readonly top: number;
    /** Number of rows in sight, fractions allowed. */
    readonly shown: number;
    readonly scale: ScrollScale;
    scrollTo(top: number): void;
}

/** Scrolling through any number of rows of one height; the wheel moves by rows even where the bar is too coarse for that. */
export function useRowScroll(count: number, rowHeight: number): RowScroll {
    const [{ height }, viewportRef] = useSize<HTMLElement>();
    const [top, setTop] = React.useState(0);
    const scale = React.useMemo(() => new ScrollScale(count, rowHeight, height), [count, rowHeight, height]);
    const elementRef = React.useRef<HTMLElement>(null);
    const exactTopRef = React.useRef(0);

    const scrollTo = React.useCallback(
        (next: number) => {
            exactTopRef.current = scale.clamp(next);
            setTop(exactTopRef.current);
            if (elementRef.current) {
                elementRef.current.scrollTop = scale.scrollTopAt(exactTopRef.current);
            }
        },
        [scale]
    );
    const scrollerRef = React.useCallback(
        (element: HTMLElement | null) => {
            elementRef.current = element;
            if (!element) {
                return undefined;
            }
            const listeners = new AbortController();
            const { signal } = listeners;
            element.addEventListener(
                'scroll',
                () => {
                    // The bar cannot stand where a row begins exactly: what `scrollTo` has set counts, not what the bar says.
                    if (Math.abs(element.scrollTop - scale.scrollTopAt(exactTopRef.current)) > 1) {
                        exactTopRef.current = scale.topAt(element.scrollTop);
                        setTop(exactTopRef.current);
                    }
                },
                { signal }
            );
            element.addEventListener(
                'wheel',
                event => {
                    if (event.deltaY !== 0 && !event.shiftKey && !event.ctrlKey) {
                        event.preventDefault();
                        const rows = event.deltaMode === 0 ? event.deltaY / rowHeight : event.deltaY;
                        scrollTo(exactTopRef.current + rows);
                    }
                },
                { signal, passive: false }
            );
            return () => listeners.abort();
        },
        [scale, scrollTo, rowHeight]
    );
    return { scrollerRef, viewportRef, top: scale.clamp(top), shown: height / rowHeight, scale, scrollTo };
}
