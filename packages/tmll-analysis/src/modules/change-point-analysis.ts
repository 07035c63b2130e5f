import { ChangePointData } from '../change-point/change-point-result';
import { ChangePointParameters } from '../change-point/change-point-schema';
import { interpretChangePoints } from '../change-point/interpret';
import { changePointPlots } from '../change-point/plots';
import { ReportDocument } from '../document/report-document';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { FetchOptions } from '../trace/fetch-options';
import { changePointsModule } from './change-points-module';
import { SeriesAnalysis, SeriesAnalysisOptions } from './series-analysis';

/**
 * Change points in the manner of the quickstart.
 * @example
 * const analysis = new ChangePointAnalysis({ experiment, outputs, resampleFreq: '100ms' });
 * const changes = await analysis.getChangePoints({ method: 'all' });
 * const plots = analysis.plotChangePoints(changes);
 */
export class ChangePointAnalysis extends SeriesAnalysis<ChangePointParameters, ChangePointData> {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(options: SeriesAnalysisOptions) {
        super(changePointsModule, options);
    }

    /**
     * Fetches the series and finds where they change.
     * @param parameters by `CHANGE_POINT_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    getChangePoints(
        parameters: Partial<ChangePointParameters> = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<ChangePointData>> {
        return this.analyse(parameters, options);
    }

    /** A plot a series that changes, and one a way to look at several together. */
    plotChangePoints({ data, provenance }: AnalysisResult<ChangePointData>, size?: PlotSize): Plot[] {
        return changePointPlots(data, provenance.range, size);
    }

    /** What they mean, for people. */
    interpret(result: AnalysisResult<ChangePointData>): ReportDocument {
        return interpretChangePoints(result);
    }
}
