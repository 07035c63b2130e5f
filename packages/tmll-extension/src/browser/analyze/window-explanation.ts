import { inject, injectable } from '@theia/core/shared/inversify';
import type { TimeRange } from 'tmll-analysis/algorithms';
import { ResultOpener } from '../result-view/result-opener';
import { FollowUpAnalysis } from './follow-up-analysis';

/** Id of the analysis that ranks what changed in a window. */
const EXPLAIN = 'explain';

/** "Explain this window": asks what else changed in a stretch of time, and opens the answer when it is there. */
@injectable()
export class WindowExplanation {
    @inject(FollowUpAnalysis)
    protected readonly analysis: FollowUpAnalysis;

    @inject(ResultOpener)
    protected readonly opener: ResultOpener;

    get isOnOffer(): boolean {
        return this.analysis.isOnOffer(EXPLAIN);
    }

    async explain(experimentId: string, { startNs, endNs }: TimeRange): Promise<void> {
        const range = { startNs, endNs };
        const entry = await this.analysis.run({ module: EXPLAIN, experimentId, range, parameters: {} });
        if (entry) {
            await this.opener.open(entry.summary);
        }
    }
}
