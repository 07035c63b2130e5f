import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService, nls } from '@theia/core';
import { ConfirmDialog, FrontendApplicationContribution } from '@theia/core/lib/browser';
import type { TraceServerSettings } from 'tmll-service/protocol';
import { TraceServerChange } from '../../common/tmll-server';
import { JobModel } from '../results/job-model';
import { TmllClientImpl } from '../service/tmll-client-impl';

const SHOWN_MS = 8_000;

/** Says that the service starts again with another trace server, and asks before analyses are cancelled for that. */
@injectable()
export class TraceServerNotifications implements FrontendApplicationContribution {
    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(MessageService)
    protected readonly messages: MessageService;

    protected dialog: ConfirmDialog | undefined;

    onStart(): void {
        this.client.onDidChangeTraceServer(change => this.tell(change));
    }

    protected async tell(change: TraceServerChange): Promise<void> {
        const name = nameOf(change);
        this.dialog?.close();
        if (change.runningJobs === 0) {
            const text = 'The analysis service starts again with {0}; open traces are opened again.';
            this.messages.info(nls.localize('tmll/traceServer/starts', text, name), { timeout: SHOWN_MS });
        } else if (!document.hasFocus()) {
            // The user is asked once, in the window that is in use.
            const text = 'The analysis service starts again with {0} when the running analyses have ended.';
            this.messages.info(nls.localize('tmll/traceServer/waits', text, name), { timeout: SHOWN_MS });
        } else if (await this.ask(name, change.runningJobs)) {
            // The backend waits for nothing else.
            this.jobs.active.forEach(({ id }) => this.jobs.cancel(id));
        }
    }

    protected async ask(name: string, runningJobs: number): Promise<boolean> {
        const question =
            'The analysis service must start again to use {0}. Cancel the running analyses ({1}), or wait until they have ended?';
        const dialog = new ConfirmDialog({
            title: nls.localize('tmll/traceServer/title', 'Another Trace Server'),
            msg: nls.localize('tmll/traceServer/question', question, name, runningJobs),
            ok: nls.localize('tmll/traceServer/cancel', 'Cancel Analyses'),
            cancel: nls.localize('tmll/traceServer/wait', 'Wait')
        });
        this.dialog = dialog;
        return (await dialog.open()) === true;
    }
}

/** A trace server, for the middle of a sentence. */
function nameOf({ traceServer, traceServerUrl }: TraceServerSettings): string {
    switch (traceServer) {
        case 'traceCompass':
            return 'Trace Compass';
        case 'url':
            return nls.localize('tmll/traceServer/url', 'the trace server at {0}', traceServerUrl);
        default:
            return nls.localize('tmll/traceServer/embedded', "TMLL's own trace server");
    }
}
