import { AnalysisResult, SeriesReference } from 'tmll-analysis/algorithms';
import { OutputView } from '../outputs/output-view';
import { SampleTimes } from '../outputs/sample-times';

/**
 * How the results of one analysis show over TSP. Each analysis has a folder beside this file that makes one of these, and
 * stands in `registry.ts`; one that has none shows its findings.
 */
export interface ModuleOutputs<D = unknown> {
    /** Id of the analysis. */
    readonly module: string;
    /** Its outputs, beside those that show the findings, which every analysis has. */
    readonly views: readonly OutputView<D>[];
    /** Series to draw over the trace server's own charts; none when not given. */
    readonly overlays?: (result: AnalysisResult<D>) => readonly ChartOverlay[];
}

/** A series that is drawn over a native chart, beside the one that it tells of. */
export interface ChartOverlay {
    /** Unique among the overlays of one series, and the same in each run: `pulse`. */
    readonly key: string;
    /** The analysed series. */
    readonly on: SeriesReference;
    /** Its name in the tree: `▲ anomalies of kernel`. */
    readonly name: string;
    /** Severity of the worst that it tells of, 0 when of nothing; the worst few are shown at first. */
    readonly severity: number;
    /** Whether it may be shown at first. */
    readonly mayBeDefault: boolean;
    /**
     * Its values at the times of a chart, finite.
     * @param top the greatest value that the chart shows, not counting overlays; 1 when it shows none above 0
     */
    sample(at: SampleTimes, top: number): Float64Array;
}
