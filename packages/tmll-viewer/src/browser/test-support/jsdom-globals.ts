import { TextDecoder } from 'node:util';

/** What browsers have, components need, and jsdom lacks. Import it before anything else. */

/** jsdom has no layout: every observed element is as large as this. */
export const TEST_SIZE = { width: 200, height: 400 };

class ImmediateResizeObserver {
    constructor(private readonly notify: (entries: { readonly contentRect: typeof TEST_SIZE }[]) => void) {}

    observe(): void {
        this.notify([{ contentRect: TEST_SIZE }]);
    }

    disconnect(): void {
        // Nothing is ever observed for longer than the call.
    }
}

Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    TextDecoder,
    ResizeObserver: ImmediateResizeObserver
});
