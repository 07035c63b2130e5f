import type { Overlay } from 'tmll-viewer';
import { ResultOverlays } from './result-overlays';

/**
 * What a result draws on a time graph: on the rows of its own series, on those of the threads and CPUs that series of charts are of, and
 * over all rows what concerns the whole trace.
 */
export function rowOverlays({ byOutput, wholeTrace }: ResultOverlays, outputId: string): readonly Overlay[] {
    const fromCharts = [...byOutput]
        .filter(([other]) => other !== outputId)
        .flatMap(([, overlays]) => overlays)
        .filter(({ kind }) => kind === 'spans')
        .map(overlay => ({ ...overlay, series: undefined, rowName: overlay.series?.at(-1) }));
    return [...(byOutput.get(outputId) ?? []), ...fromCharts, ...wholeTrace];
}
