import * as vscode from 'vscode';
import type { Job, WireRange } from 'tmll-service/protocol';
import { messageOf } from '../message-of';
import type { JobRequest, ServiceApi } from '../service/service-api';
import type { ServiceHost } from '../service/service-host';
import { isActive, JobWatch } from './job-watch';

/** What is analysed: an experiment, or a stretch of it. */
export interface AnalysisTarget {
    readonly experimentId: string;
    readonly name: string;
    readonly range?: WireRange;
}

/** How several analyses of one target have ended. */
export interface AnalysisOutcome {
    readonly done: readonly Job[];
    /** Why others have no result, one sentence each. */
    readonly absences: readonly string[];
    readonly cancelled: boolean;
}

/** Runs analyses with a notification that tells how far they are and can be cancelled. */
export class Analyses {
    constructor(
        private readonly host: ServiceHost,
        private readonly jobs: JobWatch
    ) {}

    /** Runs everything that applies to a trace, with its defaults. */
    async analyze(target: AnalysisTarget): Promise<AnalysisOutcome> {
        const api = await this.host.whenUp();
        const modules = (await api.modules()).filter(({ standalone }) => standalone);
        const names = new Map(modules.map(({ id, name }) => [id, name]));
        const requests = modules.map(({ id }) => request(id, target));
        return this.run(`TMLL analyzes ${target.name}`, api, requests, names);
    }

    /** Asks what else changed in a stretch of time. */
    async explain(target: AnalysisTarget & { readonly range: WireRange }): Promise<AnalysisOutcome> {
        const api = await this.host.whenUp();
        const title = `TMLL looks for what changed in ${target.name}`;
        return this.run(title, api, [request('explain', target)], new Map());
    }

    /** Cancels all that run, whoever has started them here. */
    async cancelAll(): Promise<void> {
        const { api } = this.host;
        await Promise.all(this.jobs.active.map(({ id }) => api?.cancel(id)));
    }

    private run(
        title: string,
        api: ServiceApi,
        requests: readonly JobRequest[],
        names: ReadonlyMap<string, string>
    ): Thenable<AnalysisOutcome> {
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        return vscode.window.withProgress(options, async (progress, token) => {
            const absences: string[] = [];
            const started = await this.submit(api, requests, absences, token);
            const cancelling = token.onCancellationRequested(() => this.cancel(api, started));
            let told = 0;
            const tell = (): void => {
                const fraction = this.fraction(started, requests.length);
                const message = this.running(started)
                    .map(
                        ({ request: { module }, progress: { message: step } }) =>
                            `${names.get(module) ?? module}: ${step}`
                    )
                    .at(0);
                progress.report({ message, increment: Math.max(0, 100 * fraction - told) });
                told = Math.max(told, 100 * fraction);
            };
            const watching = this.jobs.onDidChange(tell);
            tell();
            try {
                const ended = await Promise.all(started.map(({ id }) => this.jobs.untilEnd(id)));
                absences.push(...ended.flatMap(({ state, error }) => (state === 'failed' && error ? [error] : [])));
                const done = ended.filter(({ state }) => state === 'done');
                return { done, absences, cancelled: token.isCancellationRequested || ended.some(isCancelled) };
            } finally {
                watching.dispose();
                cancelling.dispose();
            }
        });
    }

    /** What the service does not take is told with the rest. */
    private async submit(
        api: ServiceApi,
        requests: readonly JobRequest[],
        absences: string[],
        token: vscode.CancellationToken
    ): Promise<Job[]> {
        const started: Job[] = [];
        for (const each of requests) {
            if (token.isCancellationRequested) {
                await this.cancel(api, started);
                break;
            }
            try {
                const job = await api.submit(each);
                this.jobs.put(job);
                started.push(job);
            } catch (error) {
                absences.push(messageOf(error));
            }
        }
        return started;
    }

    private async cancel(api: ServiceApi, jobs: readonly Job[]): Promise<void> {
        try {
            await Promise.all(this.running(jobs).map(({ id }) => api.cancel(id)));
        } catch (error) {
            await vscode.window.showErrorMessage(messageOf(error));
        }
    }

    private running(jobs: readonly Job[]): Job[] {
        return jobs.map(({ id }) => this.jobs.job(id)).filter(job => job !== undefined && isActive(job)) as Job[];
    }

    private fraction(jobs: readonly Job[], total: number): number {
        const open = this.running(jobs).reduce((sum, { progress: { fraction } }) => sum + 1 - (fraction ?? 0), 0);
        return total === 0 ? 1 : 1 - open / total;
    }
}

function request(module: string, { experimentId, range }: AnalysisTarget): JobRequest {
    return { module, experimentId, parameters: {}, ...(range && { range }) };
}

function isCancelled({ state }: Job): boolean {
    return state === 'cancelled';
}
