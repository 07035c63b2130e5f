import { inject, injectable } from '@theia/core/shared/inversify';
import {
    Command,
    CommandContribution,
    CommandRegistry,
    MenuContribution,
    MenuModelRegistry,
    MenuPath,
    MessageService,
    nls
} from '@theia/core';
import { ConfirmDialog } from '@theia/core/lib/browser';
import { TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { JobModel } from '../results/job-model';
import { ResultEntry } from '../results/result-entry';
import { ResultModel } from '../results/result-model';
import { describeFailure, ServiceMonitor } from '../service/service-monitor';
import { TmllCommands, TmllMenu } from './tmll-commands';
import { messageOf } from '../../common/message-of';

/** Commands on jobs, results and the service, and the menu of them all. */
@injectable()
export class TmllCommandContribution implements CommandContribution, MenuContribution {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(MessageService)
    protected readonly messages: MessageService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TmllCommands.CANCEL, {
            execute: () => this.jobs.active.forEach(({ id }) => this.jobs.cancel(id)),
            isEnabled: () => this.jobs.active.length > 0
        });
        commands.registerCommand(TmllCommands.HIDE_RESULTS, {
            execute: () => this.shownResults().forEach(entry => this.hide(entry)),
            isEnabled: () => this.shownResults().length > 0
        });
        commands.registerCommand(TmllCommands.CLEAR_RESULTS, {
            execute: () => this.clear(this.entries()),
            isEnabled: () => this.entries().length > 0
        });
        commands.registerCommand(TmllCommands.RESTART_SERVICE, {
            execute: () => this.server.restartService(),
            isEnabled: () => describeFailure(this.monitor.state) !== undefined
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerSubmenu(TmllMenu.ANALYSIS, nls.localize('tmll/menu/analysis', 'Analysis'));
        this.registerGroup(menus, TmllMenu.RUN, [
            TmllCommands.FIND_ANOMALIES,
            TmllCommands.RUN,
            TmllCommands.COPY_COMMAND_LINE,
            TmllCommands.CANCEL
        ]);
        this.registerGroup(menus, TmllMenu.RESULTS, [
            TmllCommands.SHOW_FINDINGS,
            TmllCommands.HIDE_RESULTS,
            TmllCommands.CLEAR_RESULTS
        ]);
        this.registerGroup(menus, TmllMenu.SERVICE, [TmllCommands.RESTART_SERVICE]);
    }

    protected registerGroup(menus: MenuModelRegistry, path: MenuPath, commands: readonly Command[]): void {
        commands.forEach(({ id }, index) => menus.registerMenuAction(path, { commandId: id, order: String(index) }));
    }

    /** Results of the trace in front. */
    protected entries(): readonly ResultEntry[] {
        const { active } = this.sessions;
        return active ? this.results.entries(active.experiment.UUID) : [];
    }

    protected shownResults(): readonly ResultEntry[] {
        return this.entries().filter(({ shown }) => shown);
    }

    protected hide({ summary }: ResultEntry): Promise<void> {
        return this.results.setShown(summary.experimentId, summary.id, false);
    }

    protected async clear(entries: readonly ResultEntry[]): Promise<void> {
        const question = 'Delete all {0} results of this trace? The analyses can be run again.';
        const confirmed = await new ConfirmDialog({
            title: nls.localize('tmll/commands/clearTitle', 'Clear Results'),
            msg: nls.localize('tmll/commands/clearQuestion', question, entries.length),
            ok: nls.localizeByDefault('Delete')
        }).open();
        if (confirmed) {
            const deleting = entries.map(({ summary }) => this.results.delete(summary.experimentId, summary.id));
            const failed = (await Promise.allSettled(deleting)).find(({ status }) => status === 'rejected');
            if (failed?.status === 'rejected') {
                this.messages.error(messageOf(failed.reason));
            }
        }
    }
}
