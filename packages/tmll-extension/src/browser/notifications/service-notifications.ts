import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { CommonCommands, FrontendApplicationContribution } from '@theia/core/lib/browser';
import { PreferenceScope, PreferenceService } from '@theia/core/lib/common/preferences';
import { TRACE_SERVER } from '../../common/trace-server-preferences';
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

    @inject(PreferenceService)
    protected readonly preferences: PreferenceService;

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
        const actions = this.actions();
        const chosen = await this.messages.error(failure, ...actions.keys());
        await actions.get(chosen ?? '')?.();
    }

    /** What helps, by its label. */
    protected actions(): ReadonlyMap<string, () => Promise<unknown>> {
        const restart = nls.localize('tmll/notifications/restart', 'Restart Service');
        const actions = new Map([[restart, () => this.commands.executeCommand(TmllCommands.RESTART_SERVICE.id)]]);
        if (this.preferences.get(TRACE_SERVER, 'embedded') !== 'embedded') {
            actions.set(nls.localizeByDefault('Open Settings'), () =>
                this.commands.executeCommand(CommonCommands.OPEN_PREFERENCES.id, 'tmll.trace')
            );
            actions.set(nls.localize('tmll/notifications/useEmbedded', 'Use Embedded'), () =>
                this.preferences.set(TRACE_SERVER, undefined, PreferenceScope.User)
            );
        }
        return actions;
    }
}
