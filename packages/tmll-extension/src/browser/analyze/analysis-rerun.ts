import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService } from '@theia/core';
import type { AnalysisRequest } from 'tmll-analysis/algorithms';
import { messageOf } from '../../common/message-of';
import { JobModel } from '../results/job-model';
import { ResultModel } from '../results/result-model';
import { HistoryItem, requestOf } from '../results/run-history';
import { RunModel } from '../results/run-model';

/** Asks again what was asked before, of traces as they are now. */
@injectable()
export class AnalysisRerun {
    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(RunModel)
    protected readonly runs: RunModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(MessageService)
    protected readonly messages: MessageService;

    /** Tells the user when it is not taken. */
    async rerun(experimentId: string, item: HistoryItem): Promise<void> {
        const request = await this.requestOf(item);
        if (request) {
            try {
                await this.jobs.run({ ...request, experimentId });
            } catch (error) {
                this.messages.error(messageOf(error));
            }
        }
    }

    async rerunResult(experimentId: string, resultId: string): Promise<void> {
        const item = this.runs.history(experimentId).find(({ result }) => result?.summary.id === resultId);
        if (item) {
            await this.rerun(experimentId, item);
        }
    }

    /** What was asked; of a result that another program computed it may have to be loaded first. */
    async requestOf(item: HistoryItem): Promise<Omit<AnalysisRequest, 'experimentId'> | undefined> {
        const known = requestOf(item);
        if (known || !item.result) {
            return known;
        }
        const { experimentId, id } = item.result.summary;
        await this.results.load(experimentId, id);
        const loaded = this.results.entries(experimentId).find(({ summary }) => summary.id === id);
        if (loaded?.error) {
            this.messages.error(loaded.error);
        }
        return requestOf({ ...item, result: loaded });
    }
}
