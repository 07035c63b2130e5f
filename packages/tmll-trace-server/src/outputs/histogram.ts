import type { XyOutput } from './output';
import { EventTimes } from './recording/event-times';
import { gains } from './sample';

const ROOT = 'trace';
const TOTAL = 'total';

/** How many events the trace has in each bin. */
export const histogram: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider',
        name: 'Histogram',
        description: 'Show a histogram of number of events to time for a trace',
        type: 'TREE_TIME_XY'
    },
    recorders: [EventTimes],
    appliesTo: () => true,
    tree: recording => ({
        headers: [],
        entries: [
            { key: ROOT, labels: [recording.name], hasData: true },
            { key: TOTAL, parent: ROOT, labels: ['Total'], hasData: true, isDefault: true }
        ]
    }),
    series(recording, key, sampling) {
        if (key !== TOTAL) {
            return undefined;
        }
        const times = recording.of(EventTimes);
        return {
            name: `${recording.name}/Total`,
            values: gains(sampling, time => times.countUpTo(time)),
            unit: 'events'
        };
    }
};
