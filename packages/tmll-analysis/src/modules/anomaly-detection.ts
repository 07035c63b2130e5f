import { AnomalyData } from '../anomaly/anomaly-result';
import { AnomalyParameters } from '../anomaly/anomaly-schema';
import { anomalyPlots } from '../anomaly/plots';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { ParameterError } from '../series/parameter-error';
import { TimeSeries } from '../series/time-series';
import { FetchOptions } from '../trace/fetch-options';
import { anomaliesModule, findAnomalies } from './anomalies-module';
import { SeriesAnalysis, SeriesAnalysisOptions } from './series-analysis';

export interface AnomalyDetectionOptions extends SeriesAnalysisOptions {
    /** Whether points are brought to an even grid; true when not given. */
    readonly resample?: boolean;
    /** How a further series is made of all, `zscore` or `pca`; none when not given. */
    readonly combineMethod?: 'none' | 'zscore' | 'pca';
}

/** The series of results: a result itself holds what was found, and not in what. */
type LookedAt = WeakMap<AnalysisResult<AnomalyData>, readonly TimeSeries[]>;

/**
 * Anomaly detection as in the quickstart.
 * @example
 * const outputs = experiment.findOutputs({ keyword: ['cpu usage', 'disk'], type: ['xy'], matchAny: true });
 * const detection = new AnomalyDetection({ client, experiment, outputs, resampleFreq: '100ms' });
 * const anomalies = await detection.findAnomalies({ method: 'zscore', zscoreThreshold: 3.5 });
 * await savePlots(detection.plotAnomalies(anomalies), 'plots');
 */
export class AnomalyDetection extends SeriesAnalysis<AnomalyParameters, AnomalyData> {
    private readonly looked: LookedAt;

    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor({ resample, combineMethod = 'none', ...options }: AnomalyDetectionOptions) {
        const looked: LookedAt = new WeakMap();
        const run: typeof anomaliesModule.run = async context => {
            const parameters = { combineMethod, ...context.request.parameters };
            let points: readonly TimeSeries[] = [];
            const result = await findAnomalies(
                { ...context, request: { ...context.request, parameters } },
                { onGrid: resample, onSeries: series => (points = series) }
            );
            looked.set(result, points);
            return result;
        };
        super({ ...anomaliesModule, run }, options);
        this.looked = looked;
    }

    /**
     * Fetches the series and finds what stands out in them.
     * @param parameters by `ANOMALY_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    findAnomalies(
        parameters: Partial<AnomalyParameters> = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<AnomalyData>> {
        return this.analyse(parameters, options);
    }

    /**
     * A plot a series, with what stands out in it; `savePlots` writes them as SVG files.
     * @throws ParameterError for a result that is not of this detection
     */
    plotAnomalies(result: AnalysisResult<AnomalyData>, size?: PlotSize): Plot[] {
        const points = this.looked.get(result);
        if (points === undefined) {
            throw new ParameterError('These anomalies were found by another detection; plot them with that one.');
        }
        const { parameters, range } = result.provenance;
        return anomalyPlots(result.data.series, points, parameters as unknown as AnomalyParameters, range, size);
    }
}
