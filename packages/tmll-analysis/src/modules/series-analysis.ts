import { AnalysisResult } from '../series/analysis';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { Output } from '../trace/output';
import { SelectionError } from '../trace/selection-error';
import { TmllClient } from '../trace/tmll-client';
import { AnalysisModule } from './analysis-module';

/** What the classes of the library that look at series are told once. */
export interface SeriesAnalysisOptions {
    /** As in the quickstart; the experiment knows its client, so that it may be left out. */
    readonly client?: TmllClient;
    readonly experiment: Experiment;
    /** What to look at; what fits is chosen when not given. */
    readonly outputs?: readonly Output[];
    /** Ns since the epoch, both ends inclusive; the whole experiment when not given. */
    readonly range?: TimeRange;
    /** Time between points, such as `100ms`; chosen by the length of the range when not given. */
    readonly resampleFreq?: string;
}

/** A module with the series that it is to look at. */
export class SeriesAnalysis<P, D> {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(
        private readonly module: AnalysisModule<D>,
        private readonly options: SeriesAnalysisOptions
    ) {
        if (options.outputs?.length === 0) {
            throw new SelectionError('There is no output to look at: the list is empty; leave it out to look at all.');
        }
    }

    /** Runs the module; what is missing of its parameters takes its default. */
    protected analyse(
        parameters: Partial<P>,
        { signal = new AbortController().signal, progress = () => undefined }: FetchOptions
    ): Promise<AnalysisResult<D>> {
        const { experiment, outputs, range, resampleFreq } = this.options;
        const request = {
            module: this.module.id,
            experimentId: experiment.uuid,
            selection: outputs && { outputs: outputs.map(({ id }) => id) },
            range,
            parameters: { ...(resampleFreq === undefined ? {} : { resample: resampleFreq }), ...parameters }
        };
        return this.module.run({ experiment, request, signal, progress });
    }
}
