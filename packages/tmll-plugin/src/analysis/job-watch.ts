import * as vscode from 'vscode';
import type { Job } from 'tmll-service/protocol';
import type { ServiceHost } from '../service/service-host';

/** The jobs of the service as their events tell, and how to wait for the end of one. */
export class JobWatch implements vscode.Disposable {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    readonly onDidChange = this.changeEmitter.event;

    private readonly byId = new Map<string, Job>();
    private readonly subscriptions: vscode.Disposable[];

    constructor(private readonly host: ServiceHost) {
        this.subscriptions = [
            host.onDidReceiveEvent(event => event.type === 'job' && this.put(event.job)),
            host.onDidChangeState(state => state.status === 'up' && this.refresh()),
            this.changeEmitter
        ];
    }

    /** Queued and running. */
    get active(): readonly Job[] {
        return [...this.byId.values()].filter(isActive);
    }

    job(id: string): Job | undefined {
        return this.byId.get(id);
    }

    put(job: Job): void {
        const known = this.byId.get(job.id);
        // Its events may have come before the answer; they know better.
        if (!known || isActive(known)) {
            this.byId.set(job.id, job);
            this.changeEmitter.fire();
        }
    }

    /**
     * Waits for the end of a job, which its progress, a cancel, or the end of the service brings about.
     * @throws Error with one sentence when the service has gone, and the job with it
     */
    untilEnd(id: string): Promise<Job> {
        return new Promise((resolve, reject) => {
            const settle = (): void => {
                const job = this.byId.get(id);
                const gone = this.host.state.status === 'down' || !job;
                if (gone || !isActive(job)) {
                    listening.forEach(each => each.dispose());
                    if (gone) {
                        reject(new Error('The analysis service has ended, and the analysis with it; run it again.'));
                    } else {
                        resolve(job);
                    }
                }
            };
            const listening = [this.onDidChange(settle), this.host.onDidChangeState(settle)];
            settle();
        });
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    /** After a lost connection: what has ended unseen is known by the list, and what another process knows nothing of is gone. */
    private async refresh(): Promise<void> {
        try {
            const jobs = (await this.host.api?.jobs()) ?? [];
            const known = new Set(jobs.map(({ id }) => id));
            [...this.byId.keys()].filter(id => !known.has(id)).forEach(id => this.byId.delete(id));
            jobs.forEach(job => this.byId.set(job.id, job));
            this.changeEmitter.fire();
        } catch {
            // The connection is lost again: its next state brings this here once more.
        }
    }
}

/** Whether a job is still going to change. */
export function isActive(job: Job): boolean {
    return job.state === 'queued' || job.state === 'running';
}
