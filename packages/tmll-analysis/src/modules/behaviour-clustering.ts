import { ClusteringData } from '../clustering/clustering-result';
import { ClusteringParameters } from '../clustering/clustering-schema';
import { interpretClustering } from '../clustering/interpret';
import { clusteringPlots } from '../clustering/plots';
import { ReportDocument } from '../document/report-document';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { FetchOptions } from '../trace/fetch-options';
import { clusteringModule } from './clustering-module';
import { SeriesAnalysis, SeriesAnalysisOptions } from './series-analysis';

/**
 * Groups of series and phases of a trace, in the manner of the quickstart.
 * @example
 * const clustering = new BehaviourClustering({ experiment, outputs });
 * const { data } = await clustering.findBehaviours({ method: 'hierarchical', window: '50ms' });
 */
export class BehaviourClustering extends SeriesAnalysis<ClusteringParameters, ClusteringData> {
    /** @throws SelectionError when the list of outputs is empty, as when nothing was found */
    constructor(options: SeriesAnalysisOptions) {
        super(clusteringModule, options);
    }

    /**
     * Fetches the series, groups those that move alike, and finds the phases of the trace.
     * @param parameters by `CLUSTERING_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    findBehaviours(
        parameters: Partial<ClusteringParameters> = {},
        options: FetchOptions = {}
    ): Promise<AnalysisResult<ClusteringData>> {
        return this.analyse(parameters, options);
    }

    /** The phases as a time graph, and the shapes of the groups. */
    plotBehaviours({ data, provenance }: AnalysisResult<ClusteringData>, size?: PlotSize): Plot[] {
        return clusteringPlots(data, provenance.range, size);
    }

    /** What they are, for people. */
    interpret(result: AnalysisResult<ClusteringData>): ReportDocument {
        return interpretClustering(result);
    }
}
