import { inject, injectable } from '@theia/core/shared/inversify';
import {
    CommandContribution,
    CommandRegistry,
    MenuContribution,
    MenuModelRegistry,
    MessageService,
    nls
} from '@theia/core';
import { QuickPickItem, QuickPickService } from '@theia/core/lib/common/quick-pick-service';
import { TraceSessionManager } from 'tmll-viewer';
import { messageOf } from '../../common/message-of';
import { TmllCommands, TmllMenu } from '../commands/tmll-commands';
import { ReportExport, ReportFormat } from './report-export';

const FORMATS: readonly (QuickPickItem & { readonly format: ReportFormat })[] = [
    {
        format: 'html',
        label: nls.localize('tmll/report/html', 'HTML Page'),
        description: nls.localize('tmll/report/htmlHint', 'To read and to send: one file with all charts in it')
    },
    {
        format: 'json',
        label: nls.localize('tmll/report/json', 'JSON'),
        description: nls.localize('tmll/report/jsonHint', 'For programs: the results with all of their data')
    }
];

/** The command "Export Report…". */
@injectable()
export class ReportContribution implements CommandContribution, MenuContribution {
    @inject(ReportExport)
    protected readonly report: ReportExport;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(QuickPickService)
    protected readonly quickPick: QuickPickService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(TmllCommands.EXPORT_REPORT, {
            execute: () => this.export(),
            isEnabled: () => this.sessions.active !== undefined && this.report.has(this.sessions.active)
        });
    }

    registerMenus(menus: MenuModelRegistry): void {
        menus.registerMenuAction(TmllMenu.RESULTS, { commandId: TmllCommands.EXPORT_REPORT.id, order: 'z' });
    }

    protected async export(): Promise<void> {
        const { active } = this.sessions;
        const placeholder = nls.localize('tmll/report/choose', 'Save the shown results as…');
        const chosen = await this.quickPick.show([...FORMATS], { placeholder });
        if (!active || !chosen) {
            return;
        }
        try {
            await this.report.save(active, chosen.format);
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }
}
