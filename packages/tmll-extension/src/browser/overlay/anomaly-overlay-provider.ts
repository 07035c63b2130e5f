import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, nls } from '@theia/core';
import type { AnalysisResult, AnomalyData } from 'tmll-analysis/algorithms';
import type { Overlay, OverlayProvider, OverlayTarget } from 'tmll-viewer';
import { methodTitle } from '../form/method-title';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { anomalyOverlays } from './anomaly-overlays';

const NOTHING: readonly Overlay[] = [];

/** Draws the anomalies of the shown results on the charts they were found in. */
@injectable()
export class AnomalyOverlayProvider implements OverlayProvider {
    readonly id = 'tmll-anomalies';
    readonly label = nls.localize('tmll/overlay/label', 'Anomalies');

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    /** Charts are drawn far more often than results change. */
    protected readonly byResult = new WeakMap<AnalysisResult<AnomalyData>, ReadonlyMap<string, readonly Overlay[]>>();
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

    protected ofResult(id: string, result: AnalysisResult<AnomalyData>): ReadonlyMap<string, readonly Overlay[]> {
        let overlays = this.byResult.get(result);
        if (!overlays) {
            overlays = anomalyOverlays(id, result, methodTitle(this.jobs.modules, result.provenance));
            this.byResult.set(result, overlays);
        }
        return overlays;
    }
}
