import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, nls } from '@theia/core';
import type { AnalysisResult } from 'tmll-analysis/algorithms';
import { Overlay, OverlayCategory, OverlayProvider, OverlayTarget, TraceSessionManager } from 'tmll-viewer';
import { methodTitle } from '../form/method-title';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { EXPECTED } from './overlay-category';
import { ResultOverlays, resultOverlays } from './result-overlays';
import { rowOverlays } from './row-overlays';

const NOTHING: readonly Overlay[] = [];

/** Draws what the shown results have found on the charts they were found in; each analysis can be switched in each pane. */
@injectable()
export class ResultOverlayProvider implements OverlayProvider {
    readonly id = 'tmll-findings';
    readonly label = nls.localize('tmll/overlay/label', 'Findings');

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    /** Charts are drawn far more often than results change. */
    protected readonly byResult = new WeakMap<AnalysisResult, ResultOverlays>();
    protected byTarget = new Map<string, readonly Overlay[]>();

    @postConstruct()
    protected init(): void {
        this.results.onDidChange(() => {
            this.byTarget = new Map();
            this.onDidChangeEmitter.fire();
        });
    }

    overlays({ experimentId, outputId }: OverlayTarget): readonly Overlay[] {
        const key = `${experimentId}\n${outputId}`;
        let overlays = this.byTarget.get(key);
        if (!overlays) {
            const hasRows = this.hasRows({ experimentId, outputId });
            overlays = this.results.shown(experimentId).flatMap(({ summary, content }) => {
                const drawn = content && this.ofResult(summary.id, content);
                return (drawn && (hasRows ? rowOverlays(drawn, outputId) : drawn.byOutput.get(outputId))) || NOTHING;
            });
            this.byTarget.set(key, overlays);
        }
        return overlays;
    }

    categories(target: OverlayTarget): readonly OverlayCategory[] {
        const drawn = new Set(this.overlays(target).map(({ category }) => category ?? ''));
        const modules = this.jobs.modules
            .filter(({ id }) => drawn.has(id))
            .map(({ id, name }) => ({ id, label: name }));
        const expected = { id: EXPECTED, label: nls.localize('tmll/overlay/bands', 'Expected bands') };
        return drawn.has(EXPECTED) ? [...modules, expected] : modules;
    }

    /** Whether an output shows rows: a time graph, or a flame graph. */
    protected hasRows({ experimentId, outputId }: OverlayTarget): boolean {
        const session = this.sessions.sessions.find(({ experiment }) => experiment.UUID === experimentId);
        const type = session?.outputs.find(({ id }) => id === outputId)?.type;
        return type === 'TIME_GRAPH' || type === 'GANTT_CHART';
    }

    protected ofResult(id: string, result: AnalysisResult): ResultOverlays {
        let overlays = this.byResult.get(result);
        if (!overlays) {
            overlays = resultOverlays(id, result, methodTitle(this.jobs.modules, result.provenance));
            this.byResult.set(result, overlays);
        }
        return overlays;
    }
}
