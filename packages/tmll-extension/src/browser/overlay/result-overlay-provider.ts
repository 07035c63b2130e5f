import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, nls } from '@theia/core';
import type { AnalysisResult } from 'tmll-analysis/algorithms';
import type { Overlay, OverlayCategory, OverlayProvider, OverlayTarget } from 'tmll-viewer';
import { methodTitle } from '../form/method-title';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { resultOverlays } from './result-overlays';

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

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    /** Charts are drawn far more often than results change. */
    protected readonly byResult = new WeakMap<AnalysisResult, ReadonlyMap<string, readonly Overlay[]>>();
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
            overlays = this.results
                .shown(experimentId)
                .flatMap(
                    ({ summary, content }) => (content && this.ofResult(summary.id, content).get(outputId)) || NOTHING
                );
            this.byTarget.set(key, overlays);
        }
        return overlays;
    }

    categories(target: OverlayTarget): readonly OverlayCategory[] {
        const modules = new Set(this.overlays(target).map(({ category }) => category ?? ''));
        return this.jobs.modules.filter(({ id }) => modules.has(id)).map(({ id, name }) => ({ id, label: name }));
    }

    protected ofResult(id: string, result: AnalysisResult): ReadonlyMap<string, readonly Overlay[]> {
        let overlays = this.byResult.get(result);
        if (!overlays) {
            overlays = resultOverlays(id, result, methodTitle(this.jobs.modules, result.provenance));
            this.byResult.set(result, overlays);
        }
        return overlays;
    }
}
