import * as React from '@theia/core/shared/react';
import { Event } from '@theia/core/lib/common/event';

/**
 * A value that is read again, and the component drawn again, whenever an event fires.
 * @param read answers the same object as long as nothing has changed
 */
export function useEventValue<T>(event: Event<unknown>, read: () => T): T {
    const subscribe = React.useCallback(
        (notify: () => void) => {
            const listener = event(notify);
            return () => listener.dispose();
        },
        [event]
    );
    return React.useSyncExternalStore(subscribe, read);
}
