import type { AnalysisRequest, AnalysisResult, TracePlace, PlotTheme, ReportDocument } from 'tmll-analysis/algorithms';

/** What the view of a result's content is given. */
export interface ContentProps<D = unknown> {
    readonly result: AnalysisResult<D>;
    /** The same in words, tables and pictures. */
    readonly document: ReportDocument;
    readonly theme: PlotTheme;
    /** Shows a place of the trace on its charts. */
    readonly onGo: (place: TracePlace) => void;
    /** Runs another analysis of the same trace; undefined when it failed or was cancelled, which the user is told of. */
    readonly onAnalyze: (request: Omit<AnalysisRequest, 'experimentId'>) => Promise<AnalysisResult | undefined>;
}
