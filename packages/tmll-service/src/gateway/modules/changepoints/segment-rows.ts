import { formatDuration, formatValue, SeriesChangePoints } from 'tmll-analysis/algorithms';
import { GraphRow } from '../../outputs/time-graph-view';
import { kindStyles } from '../kind-styles';

/** Two looks in turn, so that each change shows as a border. */
const LOOKS = ['Odd stretch', 'Even stretch'];

export const SEGMENT_STYLES = kindStyles(LOOKS);

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
                    style: LOOKS[index % LOOKS.length],
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
