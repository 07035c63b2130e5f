import { CorrelationMethod } from '../correlation/coefficients';
import { CorrelationData } from '../correlation/correlation-result';
import { CorrelationParameters } from '../correlation/correlation-schema';
import { LagData } from '../correlation/lag/lag-result';
import { LagParameters } from '../correlation/lag/lag-schema';
import { lagPlot } from '../correlation/lag/plots';
import { correlationMatrixPlot, overlaidSeriesPlot } from '../correlation/plots';
import { WindowData } from '../correlation/window/window-result';
import { WindowParameters } from '../correlation/window/window-schema';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult, SeriesSelection } from '../series/analysis';
import { resample } from '../series/resample';
import { TimeInput, toNs } from '../series/time-input';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { Output } from '../trace/output';
import { SelectionError } from '../trace/selection-error';
import { TmllClient } from '../trace/tmll-client';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { correlateModule } from './correlate-module';
import { explainModule } from './explain-module';
import { lagModule } from './lag-module';
import { fetchSeriesInput } from './series-input';

export interface CorrelationAnalysisOptions {
    /** As in the quickstart; the experiment knows its client, so that it may be left out. */
    readonly client?: TmllClient;
    readonly experiment: Experiment;
    /** What to look at; what fits is chosen when not given (`defaultSeries`). */
    readonly outputs?: readonly Output[];
    /** Time between points, such as `100ms`; chosen by the length of the range when not given. */
    readonly resampleFreq?: string;
}

/** A stretch of time; an end that is not given is the trace's own. */
export interface Period {
    readonly startTime?: TimeInput;
    readonly endTime?: TimeInput;
}

export interface CorrelationQuestion extends Period, Partial<Omit<CorrelationParameters, 'method'>> {
    /** What fits each pair when not given. */
    readonly method?: CorrelationMethod | 'auto';
}

export interface LagQuestion extends Period, Partial<Omit<LagParameters, 'first' | 'second' | 'maxLag'>> {
    /** Part of the id, the name or the label path; must name one series. */
    readonly series1: string;
    readonly series2: string;
    /** Greatest lag: a number of samples, or a duration such as `400ms`. */
    readonly maxLag?: number | string;
}

export interface WindowQuestion extends Partial<Omit<WindowParameters, 'baselineFrom' | 'baselineTo'>> {
    /** What is usual; one end alone leaves the other at the start of the trace, or at the range to explain. */
    readonly baseline?: Period;
}

export interface TimeSeriesQuestion extends Period, PlotSize {
    /** Part of the id, the name or the label path each. */
    readonly series: readonly string[];
}

/**
 * Correlation analysis as in the quickstart.
 * @example
 * const outputs = experiment.findOutputs({ keyword: ['cpu usage', 'disk', 'histogram'], type: ['xy'], matchAny: true });
 * const analysis = new CorrelationAnalysis({ client, experiment, outputs });
 * const correlations = await analysis.analyzeCorrelations();
 * await savePlots([analysis.plotCorrelationMatrix(correlations)], 'plots');
 * const lag = await analysis.analyzeLags({ series1: 'load', series2: 'queue', maxLag: '1s' });
 * const causes = await analysis.explainWindow({ startTime: anomaly.startNs, endTime: anomaly.endNs });
 */
export class CorrelationAnalysis {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(private readonly options: CorrelationAnalysisOptions) {
        if (options.outputs?.length === 0) {
            throw new SelectionError('There is no output to look at: the list is empty; leave it out to look at all.');
        }
    }

    /**
     * Compares each series with each.
     * @throws as `AnalysisModule.run`
     */
    analyzeCorrelations(
        { startTime, endTime, ...parameters }: CorrelationQuestion = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<CorrelationData>> {
        const { outputs } = this.options;
        const selection = outputs && { outputs: outputs.map(({ id }) => id) };
        return this.run(correlateModule, { startTime, endTime }, selection, parameters, options);
    }

    /**
     * Compares two series at all lags. They may be of any output.
     * @throws as `AnalysisModule.run`
     */
    analyzeLags(
        { startTime, endTime, series1, series2, maxLag, ...rest }: LagQuestion,
        options: FetchOptions = {}
    ): Promise<AnalysisResult<LagData>> {
        const greatest = maxLag === undefined ? {} : { maxLag: String(maxLag) };
        const parameters = { first: series1, second: series2, ...greatest, ...rest };
        return this.run(lagModule, { startTime, endTime }, undefined, parameters, options);
    }

    /**
     * Ranks what changed in a range of time: every series, thread, CPU, system call and event type.
     * @param range an end that is not given is the trace's own
     * @param question the baseline is the four ranges before when not given
     * @throws as `AnalysisModule.run`
     */
    explainWindow(
        { startTime, endTime }: Period,
        { baseline, ...rest }: WindowQuestion = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<WindowData>> {
        const ns = (time: TimeInput | undefined): string => (time === undefined ? '' : String(toNs(time)));
        const parameters = { ...rest, baselineFrom: ns(baseline?.startTime), baselineTo: ns(baseline?.endTime) };
        const { start, end } = this.options.experiment;
        const whole = { startTime: startTime ?? start, endTime: endTime ?? end };
        return this.run(explainModule, whole, undefined, parameters, options);
    }

    /**
     * Ranks what is different in range `b` from what it is in range `a`.
     * @throws as `AnalysisModule.run`
     */
    compare(a: Period, b: Period, options: FetchOptions = {}): Promise<AnalysisResult<WindowData>> {
        return this.explainWindow(b, { baseline: a }, options);
    }

    /** The matrix as a picture: `savePlots` writes it, ECharts shows it. */
    plotCorrelationMatrix({ data }: AnalysisResult<CorrelationData>, size?: PlotSize): Plot {
        return correlationMatrixPlot(data, size);
    }

    /** The correlation at each lag as a picture. */
    plotLagAnalysis({ data }: AnalysisResult<LagData>, size?: PlotSize): Plot {
        return lagPlot(data, size);
    }

    /**
     * Series over one another as a picture, each in its own standard deviations.
     * @throws as `AnalysisModule.run`
     */
    async plotTimeSeries(
        { series, startTime, endTime, ...size }: TimeSeriesQuestion,
        options: FetchOptions = {}
    ): Promise<Plot> {
        const context = this.context('plot', { startTime, endTime }, { series }, {}, options);
        const input = await fetchSeriesInput(context, { resample: this.options.resampleFreq ?? '', progressShare: 1 });
        const { range, stepNs } = input;
        return overlaidSeriesPlot(
            input.series.map(each => resample(each, { range, stepNs })),
            size
        );
    }

    private run<D>(
        module: AnalysisModule<D>,
        period: Period,
        selection: SeriesSelection | undefined,
        parameters: object,
        options: FetchOptions
    ): Promise<AnalysisResult<D>> {
        return module.run(this.context(module.id, period, selection, parameters, options));
    }

    private context(
        module: string,
        { startTime, endTime }: Period,
        selection: SeriesSelection | undefined,
        parameters: object,
        { signal = new AbortController().signal, progress = () => undefined }: FetchOptions
    ): AnalysisContext {
        const { experiment, resampleFreq } = this.options;
        const range: TimeRange | undefined =
            startTime === undefined && endTime === undefined
                ? undefined
                : {
                      startNs: startTime === undefined ? experiment.start : toNs(startTime),
                      endNs: endTime === undefined ? experiment.end : toNs(endTime)
                  };
        const isOnGrid = module !== explainModule.id;
        const step = resampleFreq === undefined || !isOnGrid ? {} : { resample: resampleFreq };
        const request = {
            module,
            experimentId: experiment.uuid,
            selection,
            range,
            parameters: { ...step, ...parameters }
        };
        return { experiment, request, signal, progress };
    }
}
