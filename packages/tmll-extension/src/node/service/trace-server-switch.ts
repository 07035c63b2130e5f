import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import type { Job } from 'tmll-service/protocol';
import { TraceServerChange } from '../../common/tmll-server';
import { ServiceConnection } from './service-connection';
import { ServiceLauncher } from './service-launcher';
import { TraceServerChoice } from './trace-server-choice';

/** Starts the service again when the user wants another trace server, as soon as no analysis runs that this would end. */
@injectable()
export class TraceServerSwitch {
    @inject(TraceServerChoice)
    protected readonly choice: TraceServerChoice;

    @inject(ServiceLauncher)
    protected readonly launcher: ServiceLauncher;

    @inject(ServiceConnection)
    protected readonly connection: ServiceConnection;

    @inject(ILogger)
    @named('tmll:service')
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<TraceServerChange>();
    /** The service starts with another trace server, or will when the analyses have ended that run. */
    readonly onDidChange: Event<TraceServerChange> = this.onDidChangeEmitter.event;

    /** Only the end of analyses is waited for. */
    protected waiting = false;

    @postConstruct()
    protected init(): void {
        this.choice.onDidChange(() => this.follow());
        this.connection.onDidReceiveEvent(event => {
            if (this.waiting && event.type === 'job' && event.job.finishedAt !== undefined) {
                this.follow();
            }
        });
    }

    protected async follow(): Promise<void> {
        const runningJobs = await this.countRunning();
        const hasWaited = this.waiting;
        // Asked only now: the service may have been started again meanwhile, with the settings as they are.
        this.waiting = this.launcher.isOutdated() && runningJobs > 0;
        if (!this.launcher.isOutdated()) {
            return;
        }
        if (!this.waiting) {
            await this.launcher.restart();
        }
        // A launcher that is down has said why.
        if (!(this.waiting && hasWaited) && this.launcher.state.status !== 'down') {
            this.onDidChangeEmitter.fire({ ...this.choice.settings, runningJobs });
        }
    }

    protected async countRunning(): Promise<number> {
        if (!this.connection.service) {
            return 0;
        }
        try {
            const jobs = await this.connection.request<readonly Job[]>({ method: 'GET', path: '/jobs' });
            return jobs.filter(({ finishedAt }) => finishedAt === undefined).length;
        } catch (error) {
            this.logger.warn('The service does not say what runs', error);
            return 0;
        }
    }
}
