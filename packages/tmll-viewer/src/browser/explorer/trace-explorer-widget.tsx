import * as React from '@theia/core/shared/react';
import { Message } from '@theia/core/shared/@lumino/messaging';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { ApplicationShell } from '@theia/core/lib/browser/shell/application-shell';
import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';
import { codicon } from '@theia/core/lib/browser/widgets/widget';
import { CommandService } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import URI from '@theia/core/lib/common/uri';
import { OpenTraceCommands } from '../commands/open-trace-commands';
import { TraceViewerCommands } from '../commands/trace-viewer-commands';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { userSentence } from '../load/user-sentence';
import { RecentTraces } from '../session/recent-traces';
import { SampleTrace, SampleTraces } from '../session/trace-server-endpoint';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { ExplorerGroupRegistry } from './explorer-group-registry';
import { TraceExplorerActions, TraceExplorerView } from './trace-explorer-view';

/** The view of the side bar from which traces are opened and their outputs chosen. */
@injectable()
export class TraceExplorerWidget extends ReactWidget {
    static readonly ID = 'trace-explorer';
    static readonly LABEL = nls.localize('tmll/viewer/explorer/title', 'Traces');

    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    @inject(RecentTraces)
    protected readonly recent: RecentTraces;

    @inject(SampleTraces)
    protected readonly sampleTraces: SampleTraces;

    @inject(OutputRendererRegistry)
    protected readonly renderers: OutputRendererRegistry;

    @inject(ExplorerGroupRegistry)
    protected readonly groups: ExplorerGroupRegistry;

    @inject(OpenTraceCommands)
    protected readonly opening: OpenTraceCommands;

    @inject(CommandService)
    protected readonly commands: CommandService;

    protected samples: readonly SampleTrace[] | undefined;
    protected samplesError: string | undefined;

    @postConstruct()
    protected init(): void {
        this.id = TraceExplorerWidget.ID;
        this.title.label = TraceExplorerWidget.LABEL;
        this.title.caption = TraceExplorerWidget.LABEL;
        this.title.iconClass = codicon('pulse');
        this.title.closable = true;
        this.addClass('tmll-trace-explorer');
        this.node.tabIndex = -1;
        this.scrollOptions = undefined;
        this.toDispose.pushAll([
            this.sessions.onDidChangeSessions(() => this.update()),
            this.sessions.onDidChangeActive(() => this.update()),
            this.recent.onDidChange(() => this.update())
        ]);
        this.takeDroppedFiles();
        void this.loadSamples();
        this.update();
    }

    /** Files and folders that are dragged here from the file explorer are opened as traces. */
    protected takeDroppedFiles(): void {
        this.node.addEventListener('dragover', event => {
            event.preventDefault();
            this.addClass('tmll-drop');
        });
        this.node.addEventListener('dragleave', () => this.removeClass('tmll-drop'));
        this.node.addEventListener('drop', event => {
            this.removeClass('tmll-drop');
            const paths = event.dataTransfer ? droppedPaths(event.dataTransfer) : [];
            if (paths.length > 0) {
                event.preventDefault();
                event.stopPropagation();
                void this.opening.open(paths);
            }
        });
    }

    protected readonly actions: TraceExplorerActions = {
        openFolder: () => void this.commands.executeCommand(TraceViewerCommands.OPEN_FOLDER.id),
        openFile: () => void this.commands.executeCommand(TraceViewerCommands.OPEN_FILE.id),
        open: paths => void this.opening.open(paths),
        show: trace => void this.sessions.showTrace(trace),
        close: trace => this.sessions.closeTrace(trace),
        forget: trace => void this.recent.remove(trace.paths),
        remove: session => void this.opening.deleteTrace(session)
    };

    protected async loadSamples(): Promise<void> {
        try {
            this.samples = await this.sampleTraces.list();
        } catch (error) {
            this.samplesError = userSentence(error);
        }
        this.update();
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        const first = this.node.querySelector<HTMLElement>('[tabindex="0"], button');
        (first ?? this.node).focus();
    }

    protected render(): React.ReactNode {
        return (
            <TraceExplorerView
                traces={this.sessions.traces}
                active={this.sessions.active}
                recent={this.recent.list}
                samples={this.samples}
                samplesError={this.samplesError}
                renderers={this.renderers}
                groups={this.groups}
                actions={this.actions}
            />
        );
    }
}

/** Paths of dropped files, however whoever was dragging them names them. */
function droppedPaths(data: DataTransfer): string[] {
    const uris = ApplicationShell.getDraggedEditorUris(data);
    const listed = data
        .getData('text/uri-list')
        .split(/\r?\n/)
        .filter(line => line.startsWith('file:'))
        .map(line => new URI(line));
    return (uris.length > 0 ? uris : listed).map(uri => uri.path.fsPath());
}
