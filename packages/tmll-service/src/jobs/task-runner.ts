import { AnalysisModule, TmllClient } from 'tmll-analysis';
import { AnalysisRequest, AnalysisResult, fromWire, Progress, toWire, worstSeverity } from 'tmll-analysis/algorithms';
import { messageOf } from '../service/errors';
import { fileSymbols } from '../symbols/file-symbols';
import { AnalysisTask, CANCEL, TaskMessage, TaskOutcome, TaskResult } from './analysis-task';

/** Errors whose message is a sentence for the user; all others are faults of the program. */
const FORESEEN = new Set(['ParameterError', 'SelectionError', 'TspError']);

/** Progress is told when it has come this far, or does something else. */
const PROGRESS_STEP = 0.01;

/** What a worker thread runs: fetches from the trace server, analyses, and hands the result over as JSON. */
export function taskRunner(modules: readonly AnalysisModule[]): (task: AnalysisTask) => Promise<TaskOutcome> {
    return async ({ serverUrl, resultId, request, port }) => {
        const cancelling = new AbortController();
        const { signal } = cancelling;
        port.on('message', message => message === CANCEL && cancelling.abort());
        tell(port, { type: 'started' });
        try {
            const module = modules.find(candidate => candidate.id === request.module);
            if (!module) {
                throw new Error(`The worker has no analysis "${request.module}".`);
            }
            const client = new TmllClient({ baseUrl: serverUrl, signal });
            const experiment = await client.openExperiment(request.experimentId, { signal });
            const progress = progressTeller(port);
            const result = await module.run({
                experiment,
                request: fromWire<AnalysisRequest>(request),
                signal,
                progress,
                symbols: fileSymbols
            });
            return { state: 'done', result: pack(result, resultId) };
        } catch (error) {
            return signal.aborted ? { state: 'cancelled' } : failure(error);
        } finally {
            port.close();
        }
    };
}

/** The result in the form in which it is stored and served. */
export function pack(result: AnalysisResult, id: string): TaskResult {
    const { findings, provenance } = result;
    return {
        json: Buffer.from(JSON.stringify({ id, ...toWire(result) })),
        method: provenance.method,
        findings: findings.length,
        severity: worstSeverity(findings)
    };
}

function progressTeller(port: AnalysisTask['port']): (progress: Progress) => void {
    let last: Progress = { fraction: -1, message: '' };
    return progress => {
        if (progress.message !== last.message || progress.fraction - last.fraction >= PROGRESS_STEP) {
            last = { fraction: progress.fraction, message: progress.message };
            tell(port, { type: 'progress', progress: last });
        }
    };
}

function tell(port: AnalysisTask['port'], message: TaskMessage): void {
    port.postMessage(message);
}

function failure(error: unknown): TaskOutcome {
    const { name, stack } = error as Error;
    if (FORESEEN.has(name)) {
        return { state: 'failed', error: messageOf(error) };
    }
    return { state: 'failed', error: `The analysis failed (${messageOf(error)}); please report it.`, stack };
}
