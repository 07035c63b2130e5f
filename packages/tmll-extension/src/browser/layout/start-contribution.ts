import { inject, injectable } from '@theia/core/shared/inversify';
import { MessageService } from '@theia/core';
import { ApplicationShell, FrontendApplicationContribution } from '@theia/core/lib/browser';
import { FrontendApplicationStateService } from '@theia/core/lib/browser/frontend-application-state';
import { TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { tracesOfWindow } from '../../common/window-traces';
import { FindingsViewContribution } from '../findings/findings-view-contribution';
import { AnalysisViewContribution } from '../panel/analysis-view-contribution';
import { WelcomeContribution } from '../welcome/welcome-contribution';
import { openTraces } from '../trace-server/open-traces';
import { messageOf } from '../../common/message-of';

/** Pixels: enough for outputs, form and findings to be read, without taking much from the charts. */
const LEFT_WIDTH = 270;
const RIGHT_WIDTH = 340;
const BOTTOM_HEIGHT = 260;

/** Views of Theia that have nothing to show in a trace; the menu *View* brings them back. */
const CLOSED_VIEWS = ['problems', 'outline-view'];

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

    protected isFirstStart = false;

    async initializeLayout(): Promise<void> {
        await this.findings.openView({ reveal: true });
        await this.analysis.openView({ reveal: true });
        this.isFirstStart = true;
    }

    /** By now the views of all extensions have found their places. */
    async onDidInitializeLayout(): Promise<void> {
        if (this.isFirstStart) {
            await Promise.all(CLOSED_VIEWS.map(id => this.shell.closeWidget(id)));
            this.shell.resize(LEFT_WIDTH, 'left');
            this.shell.resize(RIGHT_WIDTH, 'right');
            this.shell.resize(BOTTOM_HEIGHT, 'bottom');
        }
    }

    onStart(): void {
        this.applicationState.reachedState('ready').then(() => this.greet());
    }

    protected async greet(): Promise<void> {
        try {
            const ofWindow = tracesOfWindow(window.location.search);
            const paths = ofWindow.length > 0 ? ofWindow : await this.server.initialTraces();
            if (paths.length > 0 && sessionStorage.getItem(OPENED_KEY) !== JSON.stringify(paths)) {
                sessionStorage.setItem(OPENED_KEY, JSON.stringify(paths));
                await openTraces(this.sessions, this.messages, paths);
            } else if (this.shell.getWidgets('main').length === 0) {
                await this.welcome.openView({ activate: true });
            }
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }
}
