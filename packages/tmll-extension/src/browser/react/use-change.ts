import * as React from '@theia/core/shared/react';
import { Event } from '@theia/core';

/** Draws the component anew whenever the event fires. */
export function useChange(event: Event<unknown>): void {
    const [, redraw] = React.useReducer((count: number) => count + 1, 0);
    React.useEffect(() => {
        const listening = event(() => redraw());
        return () => listening.dispose();
    }, [event]);
}
