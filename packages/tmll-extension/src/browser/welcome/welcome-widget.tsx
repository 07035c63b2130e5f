import * as React from '@theia/core/shared/react';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { CommandService, MessageService, nls } from '@theia/core';
import { codicon, Message, ReactWidget } from '@theia/core/lib/browser';
import { SampleTrace, SampleTraces, TraceSessionManager } from 'tmll-viewer';
import { JobModel } from '../results/job-model';
import { Shortcuts } from './shortcuts';
import { WelcomeView } from './welcome-view';
import { openTraces } from '../trace-server/open-traces';
import { messageOf } from '../../common/message-of';

/** The viewer's own commands that ask for a trace and open it. */
const OPEN_FOLDER_COMMAND = 'traceViewer.openFolder';
const OPEN_FILE_COMMAND = 'traceViewer.openFile';

/** The page in the main area that a user sees first. */
@injectable()
export class WelcomeWidget extends ReactWidget {
    static readonly ID = 'tmll-welcome';
    static readonly LABEL = nls.localize('tmll/welcome/label', 'Welcome');

    @inject(SampleTraces)
    protected readonly sampleTraces: SampleTraces;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(CommandService)
    protected readonly commands: CommandService;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    @inject(Shortcuts)
    protected readonly shortcuts: Shortcuts;

    protected samples: readonly SampleTrace[] | undefined;
    protected opening: string | undefined;

    @postConstruct()
    protected init(): void {
        this.id = WelcomeWidget.ID;
        this.title.label = WelcomeWidget.LABEL;
        this.title.caption = WelcomeWidget.LABEL;
        this.title.iconClass = codicon('home');
        this.title.closable = true;
        this.addClass('tmll-view');
        this.node.tabIndex = -1;
        this.toDispose.push(this.jobs.onDidChange(() => this.isVisible && this.update()));
        this.loadSamples();
        this.update();
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        (this.node.querySelector<HTMLElement>('button') ?? this.node).focus();
    }

    protected render(): React.ReactNode {
        return (
            <WelcomeView
                samples={this.samples}
                opening={this.opening}
                modules={this.jobs.modules}
                shortcuts={this.shortcuts.list()}
                onOpenFolder={() => this.commands.executeCommand(OPEN_FOLDER_COMMAND)}
                onOpenFile={() => this.commands.executeCommand(OPEN_FILE_COMMAND)}
                onOpen={path => this.open(path)}
            />
        );
    }

    protected async loadSamples(): Promise<void> {
        try {
            this.samples = await this.sampleTraces.list();
            this.update();
        } catch (error) {
            this.messages.error(messageOf(error));
        }
    }

    protected async open(path: string): Promise<void> {
        this.opening = path;
        this.update();
        await openTraces(this.sessions, this.messages, [path]);
        this.opening = undefined;
        this.update();
    }
}
