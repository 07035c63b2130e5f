import * as React from '@theia/core/shared/react';

/** The width of an element in pixels, 0 until it is known. */
export function useWidth(element: React.RefObject<HTMLElement | null>): number {
    const [width, setWidth] = React.useState(0);
    React.useLayoutEffect(() => {
        const { current } = element;
        if (!current) {
            return undefined;
        }
        setWidth(current.clientWidth);
        const resizing = new ResizeObserver(() => setWidth(current.clientWidth));
        resizing.observe(current);
        return () => resizing.disconnect();
    }, [element]);
    return width;
}
