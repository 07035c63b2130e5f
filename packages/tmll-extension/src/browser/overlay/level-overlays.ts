import { ChangePointData, formatDuration, formatValue, PLOT_COLORS, Segment } from 'tmll-analysis/algorithms';
import { nls } from '@theia/core';
import type { LineOverlay } from 'tmll-viewer';

/**
 * The level, or the line, of each stretch between the changes of a series, by output; none for series that do not change.
 * @param resultId makes the ids of overlays of several results differ
 */
export function levelOverlays(resultId: string, { series }: ChangePointData): ReadonlyMap<string, LineOverlay[]> {
    const byOutput = new Map<string, LineOverlay[]>();
    for (const { series: place, id, unit, changes, segments } of series) {
        if (changes.length > 0) {
            const overlay = levels(`${resultId}/${id}/levels`, place.path, segments, unit);
            byOutput.set(place.outputId, [...(byOutput.get(place.outputId) ?? []), overlay]);
        }
    }
    return byOutput;
}

/** Both ends of each stretch, and a gap after it. */
const POINTS = 3;

function levels(id: string, path: readonly string[], segments: readonly Segment[], unit: string): LineOverlay {
    const origin = segments[0].startNs;
    const times: number[] = [];
    const values: number[] = [];
    for (const { startNs, endNs, mean, slope } of segments) {
        const half = (slope * Number(endNs - startNs)) / 2e9;
        const [start, end] = [Number(startNs - origin), Number(endNs - origin)];
        times.push(start, end, end);
        values.push(mean - half, mean + half, NaN);
    }
    return {
        kind: 'line',
        id,
        series: path,
        origin,
        times: Float64Array.from(times),
        values: Float64Array.from(values),
        severity: 'info',
        color: PLOT_COLORS.trend,
        tooltip: index => {
            const { mean, deviation, startNs, endNs } = segments[Math.floor(index / POINTS)];
            return [
                nls.localize(
                    'tmll/overlay/level',
                    'Level: {0} ± {1}, for {2}',
                    formatValue(mean, unit),
                    formatValue(deviation, unit),
                    formatDuration(endNs - startNs)
                )
            ];
        }
    };
}
