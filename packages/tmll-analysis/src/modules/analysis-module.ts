import { SymbolSource } from '../memory/symbols/function-names';
import { AnalysisRequest, AnalysisResult, LooksAt, Progress } from '../series/analysis';
import { ParameterSchema } from '../series/parameter-schema';
import { Experiment } from '../trace/experiment';

/** An analysis as hosts see it: what it is called, what it can be told, and how it is run. */
export interface AnalysisModule<D = unknown> {
    /** Unique and stable: `anomalies`. */
    readonly id: string;
    readonly name: string;
    /** One sentence on what it tells. */
    readonly description: string;
    /** Raised when the same input would give another answer, so that stored results are computed anew. */
    readonly version: number;
    readonly schema: ParameterSchema;
    /**
     * Whether it has something to say of a whole trace when it is told nothing else, so that reports and "Analyze trace" include
     * it. Default: true; false for one that wants two series or a window.
     */
    readonly standalone?: boolean;
    /** What a selection has to say to it. Default: `series`. */
    readonly looksAt?: LooksAt;
    /**
     * Fetches its series, analyses, and answers with findings.
     * @throws ParameterError when a parameter is wrong, SelectionError when nothing fits what was asked for,
     * AbortError when cancelled, TspError when the trace server fails.
     */
    run(context: AnalysisContext): Promise<AnalysisResult<D>>;
}

export interface AnalysisContext {
    readonly experiment: Experiment;
    readonly request: AnalysisRequest;
    /** Cancels the analysis, down to the requests in flight. */
    readonly signal: AbortSignal;
    /** Where functions are looked up by their addresses; none where the host cannot read files. */
    readonly symbols?: SymbolSource;
    progress(progress: Progress): void;
}
