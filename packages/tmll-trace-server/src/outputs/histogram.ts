import type { OutputEntry, XyOutput } from './output';
import { lostUpTo } from './lost-events/lost-before';
import { EventTimes } from './recording/event-times';
import { gains } from './sample';

const ROOT = 'trace';
const TOTAL = 'total';
const LOST = 'lost';

/** How many events the trace has in each bin, and how many the tracer lost there. */
export const histogram = eventCounts(
    'org.eclipse.tracecompass.internal.tmf.core.histogram.HistogramDataProvider',
    'Histogram',
    'Show a histogram of number of events to time for a trace'
);

/** The same, to be drawn as bars, as the view of this name in Trace Compass does. */
export const eventDensity = eventCounts(
    'tmll.event-density',
    'Event Density',
    'Show how densely events follow each other over time, and where the tracer lost some',
    'bar'
);

function eventCounts(id: string, name: string, description: string, seriesType?: XyOutput['seriesType']): XyOutput {
    return {
        kind: 'xy',
        descriptor: { id, name, description, type: 'TREE_TIME_XY' },
        recorders: [EventTimes],
        appliesTo: () => true,
        seriesType,
        tree: recording => {
            const series = (key: string, label: string): OutputEntry => ({
                key,
                parent: ROOT,
                labels: [label],
                hasData: true,
                isDefault: true
            });
            const hasLost = recording.trace.lost.length > 0;
            return {
                headers: [],
                entries: [
                    // Trace Compass says so of the histogram's, though it has none.
                    { key: ROOT, labels: [recording.name], hasData: seriesType === undefined },
                    series(TOTAL, 'Total'),
                    ...(hasLost ? [series(LOST, 'Lost')] : [])
                ]
            };
        },
        series(recording, key, sampling) {
            const { trace, name: traceName } = recording;
            const times = recording.of(EventTimes);
            switch (key) {
                case TOTAL:
                    return {
                        name: `${traceName}/Total`,
                        values: gains(sampling, time => times.countUpTo(time)),
                        unit: 'events'
                    };
                case LOST:
                    return {
                        name: `${traceName}/Lost`,
                        values: gains(sampling, time => lostUpTo(trace, time)),
                        unit: 'events'
                    };
                default:
                    return undefined;
            }
        }
    };
}
