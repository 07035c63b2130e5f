import { inject, injectable } from '@theia/core/shared/inversify';
import { nls } from '@theia/core';
import {
    FrontendApplicationContribution,
    StatusBar,
    StatusBarAlignment,
    StatusBarEntry
} from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { JobModel } from '../results/job-model';
import { describeFailure, ServiceMonitor } from '../service/service-monitor';

const JOBS = 'tmll-jobs';
const CANCEL = 'tmll-cancel';
const SERVICE = 'tmll-service';

/** Beside the progress. */
const CANCEL_ENTRY: StatusBarEntry = {
    text: '$(close)',
    tooltip: nls.localize('tmll/status/cancel', 'Cancel the running analyses'),
    alignment: StatusBarAlignment.LEFT,
    priority: 1,
    command: TmllCommands.CANCEL.id
};

/** Shows in the status bar how far analyses are, and that the service is not up. */
@injectable()
export class StatusBarContribution implements FrontendApplicationContribution {
    @inject(StatusBar)
    protected readonly statusBar: StatusBar;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    onStart(): void {
        this.jobs.onDidChange(() => this.showJobs());
        this.monitor.onDidChange(() => this.show(SERVICE, this.serviceEntry()));
        this.showJobs();
        this.show(SERVICE, this.serviceEntry());
    }

    protected showJobs(): void {
        this.show(JOBS, this.jobsEntry());
        this.show(CANCEL, this.jobs.active.length > 0 ? CANCEL_ENTRY : undefined);
    }

    protected show(id: string, entry: StatusBarEntry | undefined): void {
        if (entry) {
            this.statusBar.setElement(id, entry);
        } else {
            this.statusBar.removeElement(id);
        }
    }

    protected jobsEntry(): StatusBarEntry | undefined {
        const { active } = this.jobs;
        if (active.length === 0) {
            return undefined;
        }
        const fraction = active.reduce((sum, { progress }) => sum + progress.fraction, 0) / active.length;
        const percent = Math.round(fraction * 100);
        const text =
            active.length === 1
                ? nls.localize('tmll/status/job', 'Analyzing: {0} %', percent)
                : nls.localize('tmll/status/jobs', '{0} analyses: {1} %', active.length, percent);
        return {
            text: `$(loading~spin) ${text}`,
            tooltip: active.map(({ progress }) => progress.message).join('\n'),
            alignment: StatusBarAlignment.LEFT,
            priority: 2,
            command: TmllCommands.FIND_ANOMALIES.id
        };
    }

    protected serviceEntry(): StatusBarEntry | undefined {
        const { state } = this.monitor;
        const failure = describeFailure(state);
        if (failure) {
            const text =
                state.status === 'down'
                    ? nls.localize('tmll/status/down', 'Analysis service down')
                    : nls.localize('tmll/status/traceServerDown', 'Trace server down');
            return {
                text: `$(error) ${text}`,
                tooltip: failure,
                alignment: StatusBarAlignment.LEFT,
                command: TmllCommands.RESTART_SERVICE.id
            };
        }
        if (state.traceServer?.status === 'up') {
            return undefined;
        }
        const text =
            state.status === 'up'
                ? nls.localize('tmll/status/traceServerStarting', 'Starting trace server')
                : nls.localize('tmll/status/starting', 'Starting analysis service');
        return { text: `$(loading~spin) ${text}`, tooltip: state.message, alignment: StatusBarAlignment.LEFT };
    }
}
