import { formatDuration, formatValue, SeriesChangePoints } from 'tmll-analysis/algorithms';
import { JsonValue } from 'tmll-trace-server';
import { GraphRow } from '../../outputs/time-graph-view';

/** Two looks in turn, so that each change shows as a border. */
const LOOKS = [
    { name: 'Odd stretch', color: '#5c6bc0' },
    { name: 'Even stretch', color: '#26a69a' }
] as const;

export const SEGMENT_STYLES: Readonly<Record<string, JsonValue>> = Object.fromEntries(
    LOOKS.map(({ name, color }) => [
        name,
        { values: { 'style-name': name, 'background-color': color, opacity: 1, height: 0.8 } }
    ])
);

/** A row for each series that changes, with the stretches between its changes. */
export function segmentRows(all: readonly SeriesChangePoints[]): GraphRow[] {
    return all
        .filter(({ changes }) => changes.length > 0)
        .map(({ series, unit, segments }) => ({
            path: series.path,
            states: segments.map(({ startNs, endNs, mean, deviation, points }, index) => {
                // A stretch ends where the next begins: what is between their values belongs to the first.
                const end = segments.at(index + 1)?.startNs ?? endNs + 1n;
                return {
                    start: startNs,
                    end,
                    label: formatValue(mean, unit),
                    style: LOOKS[index % LOOKS.length].name,
                    tooltip: {
                        Mean: formatValue(mean, unit),
                        Deviation: formatValue(deviation, unit),
                        Duration: formatDuration(end - startNs),
                        Points: String(points)
                    }
                };
            })
        }));
}
