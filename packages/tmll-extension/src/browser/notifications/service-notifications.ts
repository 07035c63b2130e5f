import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { describeFailure, ServiceMonitor } from '../service/service-monitor';

/** A trace server that dies is started again by itself: only what lasts is told. */
const GRACE_MS = 4_000;
const SHOWN_MS = 8_000;

/** Says that the analysis service is down and how to help it up, and that it is back. */
@injectable()
export class ServiceNotifications implements FrontendApplicationContribution {
    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(CommandService)
    protected readonly commands: CommandService;

    protected waiting: ReturnType<typeof setTimeout> | undefined;
    protected told: string | undefined;

    onStart(): void {
        this.monitor.onDidChange(() => this.follow());
        this.follow();
    }

    protected follow(): void {
        const { state } = this.monitor;
        clearTimeout(this.waiting);
        const failure = describeFailure(state);
        if (failure) {
            this.waiting = setTimeout(() => this.tell(failure), GRACE_MS);
        } else if (this.told !== undefined && state.status === 'up') {
            this.told = undefined;
            const text = nls.localize('tmll/notifications/back', 'The analysis service is back.');
            this.messages.info(text, { timeout: SHOWN_MS });
        }
    }

    protected async tell(failure: string): Promise<void> {
        if (failure === this.told) {
            return;
        }
        this.told = failure;
        const restart = nls.localize('tmll/notifications/restart', 'Restart Service');
        if ((await this.messages.error(failure, restart)) === restart) {
            await this.commands.executeCommand(TmllCommands.RESTART_SERVICE.id);
        }
    }
}
