import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';

export interface TooltipProps {
    /** The mouse, in pixels of the window. */
    readonly x: number;
    readonly y: number;
    readonly children: React.ReactNode;
}

const DISTANCE = 14;

/** Something to read beside the mouse. It stays inside the window. */
export function Tooltip({ x, y, children }: TooltipProps): React.ReactElement {
    const elementRef = React.useRef<HTMLDivElement>(null);
    React.useLayoutEffect(() => {
        const element = elementRef.current;
        if (element) {
            const { width, height } = element.getBoundingClientRect();
            const left = x + DISTANCE + width > window.innerWidth ? x - DISTANCE - width : x + DISTANCE;
            const top = Math.min(y + DISTANCE, window.innerHeight - height - 4);
            element.style.transform = `translate(${Math.max(left, 4)}px, ${Math.max(top, 4)}px)`;
        }
    });
    return createPortal(
        <div ref={elementRef} className="tmll-tooltip" role="tooltip">
            {children}
        </div>,
        document.body
    );
}
