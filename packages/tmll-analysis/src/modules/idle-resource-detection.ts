import { ReportDocument } from '../document/report-document';
import { CpuScheduling, IdleData } from '../idle/idle-result';
import { IdleParameters } from '../idle/idle-schema';
import { interpretIdle } from '../idle/interpret';
import { cpuSchedulingPlots, resourceUtilizationPlots } from '../idle/plots';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { FetchOptions } from '../trace/fetch-options';
import { idleModule } from './idle-module';
import { SeriesAnalysis, SeriesAnalysisOptions } from './series-analysis';

/**
 * Idle resources in the manner of the quickstart.
 * @example
 * const detection = new IdleResourceDetection({ experiment });
 * const idle = await detection.analyzeIdleResources({ cpuIdleThreshold: 5, idleTime: '100ms' });
 * const scheduling = await detection.analyzeCpuScheduling();
 */
export class IdleResourceDetection extends SeriesAnalysis<IdleParameters, IdleData> {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(options: SeriesAnalysisOptions) {
        super(idleModule, options);
    }

    /**
     * Which resources rest, when and for how long; with the scheduling of CPUs where the trace tells it.
     * @param parameters by `IDLE_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    analyzeIdleResources(
        parameters: Partial<IdleParameters> = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<IdleData>> {
        return this.analyse(parameters, options);
    }

    /**
     * How threads share the CPUs; undefined where the trace has no Resources Status.
     * @throws as `AnalysisModule.run`
     */
    async analyzeCpuScheduling(options: FetchOptions = {}): Promise<CpuScheduling | undefined> {
        return (await this.analyse({}, options)).data.scheduling;
    }

    /** A plot a resource with its idle periods. */
    plotResourceUtilization({ data, provenance }: AnalysisResult<IdleData>, size?: PlotSize): Plot[] {
        return resourceUtilizationPlots(data, provenance.range, size);
    }

    /** How busy CPUs were, and which tasks ran. */
    plotCpuScheduling(scheduling: CpuScheduling, size?: PlotSize): Plot[] {
        return cpuSchedulingPlots(scheduling, size);
    }

    /** What it means and what could be done, for people; from the one result. */
    interpret(result: AnalysisResult<IdleData>): ReportDocument {
        return interpretIdle(result);
    }
}
