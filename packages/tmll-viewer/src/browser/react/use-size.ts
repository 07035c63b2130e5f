import * as React from '@theia/core/shared/react';

export interface Size {
    readonly width: number;
    readonly height: number;
}

const NO_SIZE: Size = { width: 0, height: 0 };

/** The size of an element in CSS pixels, 0 × 0 before it is on screen. Give the second value to its `ref`. */
export function useSize<E extends HTMLElement>(): [Size, React.RefCallback<E>] {
    const [size, setSize] = React.useState(NO_SIZE);
    const ref = React.useCallback((element: E | null) => {
        if (!element) {
            return undefined;
        }
        const observer = new ResizeObserver(([{ contentRect }]) =>
            setSize({ width: Math.round(contentRect.width), height: Math.round(contentRect.height) })
        );
        observer.observe(element);
        return () => observer.disconnect();
    }, []);
    return [size, ref];
}
