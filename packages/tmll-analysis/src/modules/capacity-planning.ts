import { ReportDocument } from '../document/report-document';
import { CapacityData } from '../forecast/capacity-result';
import { CapacityParameters } from '../forecast/capacity-schema';
import { interpretCapacity } from '../forecast/interpret';
import { CapacityPlotOptions, capacityPlots } from '../forecast/plots';
import { Plot } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { FetchOptions } from '../trace/fetch-options';
import { forecastModule } from './forecast-module';
import { SeriesAnalysis, SeriesAnalysisOptions } from './series-analysis';

/**
 * Capacity planning in the manner of the quickstart.
 * @example
 * const planning = new CapacityPlanning({ experiment });
 * const forecast = await planning.forecastCapacity({ forecastSteps: 200, cpuThreshold: 80 });
 * const plots = planning.plotCapacityForecast(forecast, { zoomed: true });
 */
export class CapacityPlanning extends SeriesAnalysis<CapacityParameters, CapacityData> {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(options: SeriesAnalysisOptions) {
        super(forecastModule, options);
    }

    /**
     * Fetches the series, goes on with them, and tells when limits are exceeded.
     * @param parameters by `CAPACITY_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    forecastCapacity(
        parameters: Partial<CapacityParameters> = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<CapacityData>> {
        return this.analyse(parameters, options);
    }

    /** A plot a resource. */
    plotCapacityForecast({ data }: AnalysisResult<CapacityData>, options?: CapacityPlotOptions): Plot[] {
        return capacityPlots(data, options);
    }

    /** What it means and what to do, for people. */
    interpret(result: AnalysisResult<CapacityData>): ReportDocument {
        return interpretCapacity(result);
    }
}
