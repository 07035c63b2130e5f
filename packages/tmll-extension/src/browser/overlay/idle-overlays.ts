import { formatDuration, formatValue, IdleData, PLOT_COLORS } from 'tmll-analysis/algorithms';
import { nls } from '@theia/core';
import type { SpansOverlay } from 'tmll-viewer';
import { spansOverlay } from './spans-overlay';

/**
 * All idle periods of each resource, by output: on its chart, and on its row of a time graph.
 * @param resultId makes the ids of overlays of several results differ
 */
export function idleOverlays(resultId: string, { resources }: IdleData): ReadonlyMap<string, SpansOverlay[]> {
    const byOutput = new Map<string, SpansOverlay[]>();
    for (const { series, id, name, unit, threshold, periods } of resources) {
        const spans = spansOverlay(periods, {
            id: `${resultId}/${id}/idle`,
            series: series.path,
            severity: () => 'info',
            color: PLOT_COLORS.idle,
            isSlim: true,
            tooltip: ({ startNs, endNs }) => [
                nls.localize(
                    'tmll/overlay/idle',
                    '{0} rests for {1}: below {2}',
                    name,
                    formatDuration(endNs - startNs),
                    formatValue(threshold, unit)
                )
            ]
        });
        byOutput.set(series.outputId, [...(byOutput.get(series.outputId) ?? []), ...spans]);
    }
    return byOutput;
}
