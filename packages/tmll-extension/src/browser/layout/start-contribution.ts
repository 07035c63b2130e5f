import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService } from '@theia/core';
import { ApplicationShell, FrontendApplicationContribution } from '@theia/core/lib/browser';
import { FrontendApplicationStateService } from '@theia/core/lib/browser/frontend-application-state';
import { TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { FindingsViewContribution } from '../findings/findings-view-contribution';
import { AnalysisViewContribution } from '../panel/analysis-view-contribution';
import { WelcomeContribution } from '../welcome/welcome-contribution';

/** Pixels: enough for the form, and for some findings, without taking much from the charts. */
const RIGHT_WIDTH = 320;
const BOTTOM_HEIGHT = 240;

/** Holds the traces that this browser tab has opened because they were named at the start: once is enough. */
const OPENED_KEY = 'tmll.initial-traces';

/** What a user finds at the start: at the very first one a layout that shows what there is, and the traces named for it. */
@injectable()
export class StartContribution implements FrontendApplicationContribution {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(ApplicationShell)
    protected readonly shell: ApplicationShell;

    @inject(FrontendApplicationStateService)
    protected readonly applicationState: FrontendApplicationStateService;

    @inject(AnalysisViewContribution)
    protected readonly analysis: AnalysisViewContribution;

    @inject(FindingsViewContribution)
    protected readonly findings: FindingsViewContribution;

    @inject(WelcomeContribution)
    protected readonly welcome: WelcomeContribution;

    @inject(MessageService)
    protected readonly messages: MessageService;

    async initializeLayout(): Promise<void> {
        await this.findings.openView({ reveal: true });
        await this.analysis.openView({ reveal: true });
        this.shell.resize(RIGHT_WIDTH, 'right');
        this.shell.resize(BOTTOM_HEIGHT, 'bottom');
    }

    onStart(): void {
        this.applicationState.reachedState('ready').then(() => this.greet());
    }

    protected async greet(): Promise<void> {
        try {
            const paths = await this.server.initialTraces();
            if (paths.length > 0 && sessionStorage.getItem(OPENED_KEY) !== JSON.stringify(paths)) {
                sessionStorage.setItem(OPENED_KEY, JSON.stringify(paths));
                await this.sessions.open(paths);
            } else if (this.shell.getWidgets('main').length === 0) {
                await this.welcome.openView({ activate: true });
            }
        } catch (error) {
            this.messages.error(error instanceof Error ? error.message : String(error));
        }
    }
}
