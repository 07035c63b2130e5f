import type { Filter } from '../filter/parse-filter';
import { FoundEvents } from '../filter/found-events';
import type { DerivedOutput, OutputDescriptor, XyOutput } from '../output';
import { eventsPerSecond } from './events-per-second';

const ROOT = 'trace';

/** Events per second that meet a condition. */
export function filteredRate(descriptor: OutputDescriptor, filter: Filter): DerivedOutput & XyOutput {
    const found = new FoundEvents(filter);
    return {
        kind: 'xy',
        descriptor,
        recorders: [],
        appliesTo: () => true,
        computation: found,
        tree: ({ name }) => ({
            headers: [],
            entries: [{ key: ROOT, labels: [name], hasData: true, isDefault: true }]
        }),
        series(recording, key, sampling) {
            const times = found.timesOf(recording);
            return key === ROOT && times
                ? { name: recording.name, values: eventsPerSecond(recording, times, sampling), unit: 'events/s' }
                : undefined;
        }
    };
}
