import { AnomalyData } from '../anomaly/anomaly-result';
import { AnomalyParameters } from '../anomaly/anomaly-schema';
import { AnalysisResult } from '../series/analysis';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { Output } from '../trace/output';
import { SelectionError } from '../trace/selection-error';
import { TmllClient } from '../trace/tmll-client';
import { anomaliesModule, findAnomalies } from './anomalies-module';

export interface AnomalyDetectionOptions {
    /** As in the quickstart; the experiment knows its client, so that it may be left out. */
    readonly client?: TmllClient;
    readonly experiment: Experiment;
    /** What to look at; what fits is chosen when not given (`defaultSeries`). */
    readonly outputs?: readonly Output[];
    /** Ns since the epoch, both ends inclusive; the whole experiment when not given. */
    readonly range?: TimeRange;
    /** Whether points are brought to an even grid; true when not given. */
    readonly resample?: boolean;
    /** Time between points, such as `100ms`; chosen by the length of the range when not given. */
    readonly resampleFreq?: string;
}

/**
 * Anomaly detection as in the quickstart.
 * @example
 * const outputs = experiment.findOutputs({ keyword: ['cpu usage', 'disk'], type: ['xy'], matchAny: true });
 * const detection = new AnomalyDetection({ client, experiment, outputs, resampleFreq: '100ms' });
 * const { findings } = await detection.findAnomalies({ method: 'zscore', zscoreThreshold: 3.5 });
 */
export class AnomalyDetection {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(private readonly options: AnomalyDetectionOptions) {
        if (options.outputs?.length === 0) {
            throw new SelectionError('There is no output to look at: the list is empty; leave it out to look at all.');
        }
    }

    /**
     * Fetches the series and finds what stands out in them.
     * @param parameters by `ANOMALY_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    findAnomalies(
        parameters: Partial<AnomalyParameters> = {},
        { signal = new AbortController().signal, progress = () => undefined }: FetchOptions = {}
    ): Promise<AnalysisResult<AnomalyData>> {
        const { experiment, outputs, range, resample, resampleFreq } = this.options;
        const request = {
            module: anomaliesModule.id,
            experimentId: experiment.uuid,
            selection: outputs && { outputs: outputs.map(({ id }) => id) },
            range,
            parameters: { ...(resampleFreq === undefined ? {} : { resample: resampleFreq }), ...parameters }
        };
        return findAnomalies({ experiment, request, signal, progress }, { onGrid: resample });
    }
}
