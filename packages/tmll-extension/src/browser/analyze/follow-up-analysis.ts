import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService } from '@theia/core';
import type { AnalysisRequest } from 'tmll-analysis/algorithms';
import { messageOf } from '../../common/message-of';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';

/** Analyses that are asked for out of the answer of another, and whose own answer is waited for. */
@injectable()
export class FollowUpAnalysis {
    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(MessageService)
    protected readonly messages: MessageService;

    isOnOffer(module: string): boolean {
        return this.jobs.modules.some(({ id }) => id === module);
    }

    /**
     * Runs an analysis, shows its result on the charts and among the findings, and gives it with its content.
     * @returns undefined when it failed or was cancelled, which the user is told of
     */
    async run(request: AnalysisRequest): Promise<ResultEntry | undefined> {
        try {
            const { experimentId } = request;
            const job = await this.jobs.run(request);
            const { resultId } = await this.jobs.untilEnd(job.id);
            if (!resultId) {
                return undefined;
            }
            await this.results.present(experimentId, resultId);
            return this.results.entries(experimentId).find(({ summary }) => summary.id === resultId);
        } catch (error) {
            this.messages.error(messageOf(error));
            return undefined;
        }
    }
}
