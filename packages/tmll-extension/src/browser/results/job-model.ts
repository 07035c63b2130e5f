import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger, MessageService, nls } from '@theia/core';
import { AnalysisRequest, toWire } from 'tmll-analysis/algorithms';
import type { Job, ModuleDescriptor } from 'tmll-service/protocol';
import { TmllServer } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { messageOf } from '../../common/message-of';

/** The analyses on offer and the jobs that run them. They live in the service: this is what the window knows of them. */
@injectable()
export class JobModel {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly onDidEndEmitter = new Emitter<Job>();
    /** A job has come to its end while this window was looking; fires once for each. */
    readonly onDidEnd: Event<Job> = this.onDidEndEmitter.event;

    protected byId: ReadonlyMap<string, Job> = new Map();
    /** Jobs whose end is known. */
    protected readonly ended = new Set<string>();
    protected descriptors: readonly ModuleDescriptor[] = [];

    @postConstruct()
    protected init(): void {
        this.client.onDidReceiveEvent(event => {
            if (event.type === 'job') {
                this.put(event.job);
            }
        });
        this.monitor.onDidConnect(() => this.refresh());
        this.monitor.onDidChange(({ status }) => status === 'down' && this.lose(this.active));
        if (this.monitor.state.status === 'up') {
            this.refresh();
        }
    }

    get modules(): readonly ModuleDescriptor[] {
        return this.descriptors;
    }

    /** Queued and running, the oldest first. */
    get active(): readonly Job[] {
        return [...this.byId.values()].filter(isActive).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    }

    job(id: string): Job | undefined {
        return this.byId.get(id);
    }

    /** Waits for the end of a job: its own, the user's wish to cancel it, or that of the service. */
    untilEnd(id: string): Promise<Job> {
        const known = this.byId.get(id);
        if (known && !isActive(known)) {
            return Promise.resolve(known);
        }
        return new Promise(resolve => {
            const listening = this.onDidEnd(job => {
                if (job.id === id) {
                    listening.dispose();
                    resolve(job);
                }
            });
        });
    }

    /** @throws Error with one sentence when the service does not take it */
    async run(request: AnalysisRequest): Promise<Job> {
        const job = await this.server.startJob(toWire(request));
        // Its events may have come before this answer; they know better.
        if (!this.byId.has(job.id)) {
            this.put(job);
        }
        return job;
    }

    /** Shows a failure itself: whoever cancels has nothing else to do about it. */
    async cancel(jobId: string): Promise<void> {
        try {
            this.put(await this.server.cancelJob(jobId));
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }

    protected async refresh(): Promise<void> {
        const before = this.byId;
        try {
            const [modules, jobs] = await Promise.all([this.server.listModules(), this.server.listJobs()]);
            this.descriptors = modules;
            const known = this.byId;
            // What came while the service was answering is newer than its answer.
            this.byId = new Map([...known].filter(([id]) => !before.has(id)));
            for (const job of jobs.filter(({ id }) => !this.byId.has(id))) {
                const last = known.get(job.id);
                if (!isActive(job) && !(last && isActive(last))) {
                    // It ended before this window heard of it: no news.
                    this.ended.add(job.id);
                }
                this.put(this.ended.has(job.id) && last ? last : job);
            }
            this.lose([...known.values()].filter(({ id }) => !this.byId.has(id)));
            this.onDidChangeEmitter.fire();
        } catch (error) {
            // The monitor tells when there is reason to ask again.
            this.logger.warn('The analyses on offer and their jobs could not be read', error);
        }
    }

    /** Jobs end with the service that ran them: nothing else would tell those who wait for them. */
    protected lose(jobs: readonly Job[]): void {
        const error = nls.localize(
            'tmll/jobs/lost',
            'The analysis was lost when the analysis service ended: run it again.'
        );
        jobs.filter(isActive).forEach(job => this.put({ ...job, state: 'failed', error }));
    }

    protected put(job: Job): void {
        this.byId = new Map(this.byId).set(job.id, job);
        this.onDidChangeEmitter.fire();
        if (!isActive(job) && !this.ended.has(job.id)) {
            this.ended.add(job.id);
            this.onDidEndEmitter.fire(job);
        }
    }
}

/** Whether a job is still going to change. */
export function isActive(job: Job): boolean {
    return job.state === 'queued' || job.state === 'running';
}
