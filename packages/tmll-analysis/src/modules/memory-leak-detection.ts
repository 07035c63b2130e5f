import { ReportDocument } from '../document/report-document';
import { LeakData } from '../memory/leak-result';
import { LeakParameters } from '../memory/leak-schema';
import { leakDocument } from '../memory/interpretation/leak-document';
import { leakPlots } from '../memory/interpretation/leak-plots';
import { SymbolSource } from '../memory/symbols/function-names';
import { Plot, PlotSize } from '../plot/plot';
import { AnalysisResult } from '../series/analysis';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { TmllClient } from '../trace/tmll-client';
import { memoryLeaksModule } from './memory-leaks-module';

export interface MemoryLeakDetectionOptions {
    /** As in the quickstart; the experiment knows its client, so that it may be left out. */
    readonly client?: TmllClient;
    readonly experiment: Experiment;
    /** Ns since the epoch, both ends inclusive; the whole experiment when not given. */
    readonly range?: TimeRange;
    /** Where functions are looked up by their addresses; call sites are shown as module and offset without it. */
    readonly symbols?: SymbolSource;
}

/**
 * Memory leak detection as in the quickstart.
 * @example
 * const detection = new MemoryLeakDetection({ client, experiment });
 * const leaks = await detection.analyzeMemoryLeaks({ windowSize: '1s', fragmentationThreshold: 0.7, slopeThreshold: 0.5 });
 * process.stdout.write(renderText(detection.interpret(leaks)));
 */
export class MemoryLeakDetection {
    constructor(private readonly options: MemoryLeakDetectionOptions) {}

    /**
     * Follows all blocks of memory, and tells what leaks.
     * @param parameters by `LEAK_SCHEMA`; what is missing takes its default
     * @throws as `AnalysisModule.run`
     */
    analyzeMemoryLeaks(
        parameters: Partial<LeakParameters> = {},
        { signal = new AbortController().signal, progress = () => undefined }: FetchOptions = {}
    ): Promise<AnalysisResult<LeakData>> {
        const { experiment, range, symbols } = this.options;
        const request = { module: memoryLeaksModule.id, experimentId: experiment.uuid, range, parameters };
        return memoryLeaksModule.run({ experiment, request, signal, progress, symbols });
    }

    /** Memory usage, operations, lifetimes and fragmentation as plots; `savePlots` writes them as SVG files. */
    plotMemoryLeakAnalysis({ data }: AnalysisResult<LeakData>, size?: PlotSize): Plot[] {
        return leakPlots(data, size);
    }

    /** What the result means, in words; `renderText` and `renderHtml` show it. */
    interpret({ data }: AnalysisResult<LeakData>): ReportDocument {
        return leakDocument(data);
    }
}
